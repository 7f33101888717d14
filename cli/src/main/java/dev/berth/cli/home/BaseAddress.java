package dev.berth.cli.home;

import java.net.URI;
import java.util.Optional;

/**
 * Where a base is reached and what opens it.
 *
 * @param uri scheme, host and port of the admin API, without a path
 * @param token the token to send, unless none is known
 * @param tokenSource where the token was looked for, for people
 */
public record BaseAddress(URI uri, Optional<String> token, String tokenSource) {

    /** Tells where, and not what opens it. */
    @Override
    public String toString() {
        return uri.toString();
    }
}
