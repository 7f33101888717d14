package dev.berth.artifact;

import dev.berth.biz.Digest;
import java.nio.file.Path;

/**
 * A jar in the store.
 *
 * @param digest the digest of its bytes
 * @param file where it lies; never written to
 * @param size its length in bytes
 */
public record Artifact(Digest digest, Path file, long size) {}
