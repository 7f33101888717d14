package dev.berth.cli.home;

import dev.berth.cli.error.CliException;
import dev.berth.cli.error.ExitCode;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the base that a command means: the one whose address was given, or else the one of the home.
 *
 * @param home the home to look in
 */
public record BaseLocator(BerthHome home) {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /**
     * Finds a base.
     *
     * @param address the address that was given; empty when none was
     * @param token the token that was given; empty when none was
     * @throws CliException when the home has no running base, or the address is none
     */
    public BaseAddress find(String address, String token) {
        Optional<String> given = Optional.of(token).filter(text -> !text.isBlank());
        if (address.isBlank()) {
            return of(runningBase(), given);
        }
        URI uri = parse(address);
        if (given.isPresent() || !LOOPBACK.contains(uri.getHost().toLowerCase(Locale.ROOT))) {
            // The home's token opens the base of this machine; it is not sent to others
            return new BaseAddress(uri, given, "--token and BERTH_TOKEN");
        }
        return new BaseAddress(uri, home.token(), tokenPlaces());
    }

    /** Returns the address of a base that wrote its record into this home. */
    public BaseAddress of(BaseRecord base) {
        return of(base, Optional.empty());
    }

    private BaseAddress of(BaseRecord base, Optional<String> given) {
        return new BaseAddress(base.adminUri(), given.or(home::token), tokenPlaces());
    }

    private String tokenPlaces() {
        return "--token, BERTH_TOKEN and '" + home.tokenFile() + "'";
    }

    private BaseRecord runningBase() {
        BaseRecord base =
                home.base().orElseThrow(() -> unreachable("No base runs in the home '" + home.directory() + "'"));
        if (ProcessHandle.of(base.pid()).filter(ProcessHandle::isAlive).isEmpty()) {
            throw unreachable(
                    "The base of the home '" + home.directory() + "' is gone: there is no process " + base.pid());
        }
        return base;
    }

    private static CliException unreachable(String message) {
        return new CliException(
                ExitCode.BASE_UNREACHABLE,
                message,
                "Start one with: berth base start. Or name another with --home or --base.");
    }

    private static URI parse(String address) {
        String text = address.contains("://") ? address : "http://" + address;
        try {
            URI uri = URI.create(text.replaceAll("/+$", ""));
            boolean plain = uri.getRawPath().isEmpty() && uri.getRawQuery() == null && uri.getRawUserInfo() == null;
            if (plain && uri.getHost() != null && Set.of("http", "https").contains(uri.getScheme())) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // Told below, like an address that is a URI and still none of a base
        }
        throw new CliException(
                ExitCode.USAGE,
                "'" + address + "' is not the address of a base",
                "Give scheme, host and port of its admin API, such as http://127.0.0.1:8081.");
    }
}
