package dev.berth.cli.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The end of a log: what was written since a moment, at most its last 64 KB. */
public final class LogTail {

    private static final int MAX_BYTES = 64 * 1024;

    private final Path log;
    private final long begin;

    private LogTail(Path log, long begin) {
        this.log = log;
        this.begin = begin;
    }

    /** Remembers where a log ends now; it need not exist yet. */
    public static LogTail fromNow(Path log) {
        try {
            return new LogTail(log, Files.exists(log) ? Files.size(log) : 0);
        } catch (IOException e) {
            return new LogTail(log, 0);
        }
    }

    /** Returns the lines that were written since; none when the log can't be read, for it is only read to explain. */
    public List<String> lines() {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long from = Math.max(Math.min(begin, file.length()), file.length() - MAX_BYTES);
            byte[] bytes = new byte[(int) (file.length() - from)];
            file.seek(from);
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
