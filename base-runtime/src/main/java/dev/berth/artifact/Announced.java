package dev.berth.artifact;

import dev.berth.biz.Digest;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the sender of a jar says about it beforehand; what comes in must agree.
 *
 * @param length how many bytes it has
 * @param digest its SHA-256 digest
 */
public record Announced(OptionalLong length, Optional<Digest> digest) {

    /** Returns the announcement of a sender that says nothing. */
    public static Announced nothing() {
        return new Announced(OptionalLong.empty(), Optional.empty());
    }
}
