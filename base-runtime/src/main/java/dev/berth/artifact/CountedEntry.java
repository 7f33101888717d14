package dev.berth.artifact;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipEntry;

/** Reads one entry within a budget, and keeps an entry that can't be read apart from a disk that can't be written. */
final class CountedEntry {

    /** The jar is damaged. */
    static final class UnreadableEntryException extends IOException {

        private static final long serialVersionUID = 1L;

        private UnreadableEntryException(IOException cause) {
            super(cause);
        }
    }

    private final InputStream in;
    private final ZipEntry entry;
    private final Budget budget;
    private long bytes;

    CountedEntry(InputStream in, ZipEntry entry, Budget budget) {
        this.in = in;
        this.entry = entry;
        this.budget = budget;
    }

    /** Returns how many bytes are in the buffer now, or -1 at the end. */
    int read(byte[] buffer) throws UnreadableEntryException {
        int read;
        try {
            read = in.read(buffer);
        } catch (IOException e) {
            throw new UnreadableEntryException(e);
        }
        if (read > 0) {
            bytes += read;
            budget.bytes(entry.getName(), read, bytes, entry.getCompressedSize());
        }
        return read;
    }
}
