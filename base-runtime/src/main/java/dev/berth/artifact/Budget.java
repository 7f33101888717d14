package dev.berth.artifact;

/** Counts what unpacking one archive costs and refuses it beyond the limits. For one thread. */
final class Budget {

    private final ArchiveLimits limits;
    private int entries;
    private long unpacked;

    Budget(ArchiveLimits limits) {
        this.limits = limits;
    }

    /** Counts an entry. */
    void entry() {
        entries++;
        if (entries > limits.entries()) {
            throw Refusal.tooMuch("The archive has more than " + limits.entries() + " entries");
        }
    }

    /**
     * Counts bytes of an entry.
     *
     * @param name the entry
     * @param more how many bytes came just now
     * @param entryBytes how many came of this entry so far
     * @param packed how large the entry is packed; not positive when unknown
     */
    void bytes(String name, int more, long entryBytes, long packed) {
        unpacked += more;
        if (entryBytes > limits.entryBytes()) {
            throw Refusal.tooMuch(
                    "The entry " + Refusal.quoted(name) + " unpacks to more than " + limits.entryBytes() + " bytes");
        }
        if (unpacked > limits.unpackedBytes()) {
            throw Refusal.tooMuch("The archive unpacks to more than " + limits.unpackedBytes() + " bytes");
        }
        if (packed > 0 && entryBytes > ArchiveLimits.RATIO_FREE_BYTES && entryBytes / packed >= limits.ratio()) {
            throw Refusal.tooMuch("The entry " + Refusal.quoted(name) + " unpacks to more than " + limits.ratio()
                    + " times its size");
        }
    }
}
