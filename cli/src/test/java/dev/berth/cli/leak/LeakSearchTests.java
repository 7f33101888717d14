package dev.berth.cli.leak;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import dev.berth.testing.LibraryJar;
import java.lang.management.ManagementFactory;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Searches a dump of this JVM, in which objects that look like loaders of biz are held in several ways. */
class LeakSearchTests {

    private static final String IDENTITY =
            "package dev.berth.api; public record BizIdentity(String name, String version, String revision) {}";

    private static final String LOADER =
            """
            package dev.berth.ark;
            public class RevisionClassLoader extends ClassLoader {
                private final dev.berth.api.BizIdentity identity;
                public RevisionClassLoader(String revision) {
                    identity = new dev.berth.api.BizIdentity("", "", revision);
                }
            }
            """;

    private static final String KEEP =
            """
            package com.acme.keep;
            import dev.berth.ark.RevisionClassLoader;
            public class Keep implements Runnable {
                static Object one, two, three, four, five, six;
                static Object[] further;
                static java.lang.ref.SoftReference<Object> softly;
                public void run() {
                    one = new RevisionClassLoader("many:1#1");
                    two = new RevisionClassLoader("many:1#1");
                    three = new RevisionClassLoader("many:1#1");
                    four = new RevisionClassLoader("many:1#1");
                    five = new RevisionClassLoader("many:1#1");
                    six = new RevisionClassLoader("many:1#1");
                    further = new Object[] {new Object[] {new RevisionClassLoader("further:1#2")}};
                    softly = new java.lang.ref.SoftReference<>(new RevisionClassLoader("softly:1#3"));
                }
            }
            """;

    @Test
    void eachRevisionHasItsWaysHoweverManyAnotherHas(@TempDir Path directory) throws Exception {
        // Given
        Path jar = LibraryJar.of("com.acme:keep:1")
                .source(IDENTITY)
                .source(LOADER)
                .source(KEEP)
                .write(directory);
        Path dump = directory.resolve("heap.hprof");
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
            Runnable keep = (Runnable)
                    loader.loadClass("com.acme.keep.Keep").getConstructor().newInstance();
            keep.run();
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(dump.toString(), true);
        }
        // When
        List<LeakPath> paths = LeakSearch.find(dump, Set.of("many:1#1", "further:1#2", "softly:1#3"));
        // Then
        assertThat(paths)
                .extracting(LeakPath::revision)
                .containsExactly(
                        "many:1#1", "many:1#1", "many:1#1", "many:1#1", "many:1#1", "further:1#2", "softly:1#3");
        assertThat(paths.get(5).culprit()).contains("com.acme.keep.Keep.further");
        assertThat(paths.get(6).steps())
                .extracting(LeakPath.Step::reference)
                .contains("static field com.acme.keep.Keep.softly");
    }
}
