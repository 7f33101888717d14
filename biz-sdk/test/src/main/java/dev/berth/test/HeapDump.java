package dev.berth.test;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Writes what is reachable on the heap of this JVM to a file. */
final class HeapDump {

    private HeapDump() {}

    /** Returns the file, which takes the place of an older one; none if that can't be done here. */
    static Optional<Path> write(Path file) {
        try {
            Files.deleteIfExists(file);
            HotSpotDiagnosticMXBean jvm = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
            if (jvm == null) {
                return Optional.empty();
            }
            jvm.dumpHeap(file.toString(), true);
            return Optional.of(file);
        } catch (IOException | UnsupportedOperationException noRoom) {
            return Optional.empty();
        }
    }
}
