package dev.berth.artifact;

import dev.berth.biz.BizName;
import dev.berth.biz.BizVersion;
import java.util.Optional;

/**
 * What the caller says about a biz's identity.
 *
 * @param name the name to use instead of the one the jar states
 * @param version the version to use instead of the one the jar states
 * @param fileName the name that the caller's file had, without folders; the last resort
 */
public record IdentityFlags(Optional<BizName> name, Optional<BizVersion> version, Optional<String> fileName) {

    /** Returns what a message calls the file, as the start of a sentence. */
    String subject() {
        return fileName.map(file -> "File " + Refusal.quoted(file)).orElse("The file");
    }

    /** Returns the flags of a caller that says nothing. */
    public static IdentityFlags none() {
        return new IdentityFlags(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Returns the flags of a caller that only tells the name of the file. */
    public static IdentityFlags fileName(String fileName) {
        return new IdentityFlags(Optional.empty(), Optional.empty(), Optional.of(fileName));
    }
}
