package dev.berth.artifact;

/**
 * What an archive may cost before it is refused.
 *
 * @param archiveBytes the largest jar that is stored
 * @param entries how many entries a jar may have
 * @param entryBytes the largest entry, unpacked
 * @param unpackedBytes the largest sum of all entries that one install unpacks
 * @param ratio how many bytes one packed byte of an entry may become; looked at once an entry exceeds
 *     {@link #RATIO_FREE_BYTES}
 */
public record ArchiveLimits(long archiveBytes, int entries, long entryBytes, long unpackedBytes, int ratio) {

    /** Entries up to this size, in bytes, may be packed as well as they like: they can't hurt. */
    public static final long RATIO_FREE_BYTES = 8L << 20;

    public ArchiveLimits {
        if (archiveBytes < 1 || entries < 1 || entryBytes < 1 || unpackedBytes < 1 || ratio < 1) {
            throw new IllegalArgumentException("Limits of an archive are positive");
        }
    }

    /** Returns limits that no ordinary Spring Boot application meets: 1 GiB packed, 4 GiB unpacked, 100,000 entries. */
    public static ArchiveLimits defaults() {
        return new ArchiveLimits(1L << 30, 100_000, 1L << 30, 4L << 30, 200);
    }
}
