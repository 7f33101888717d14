package dev.berth.benchmarks.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectionTests {

    private static final String HISTOGRAM =
            """
             num     #instances         #bytes  class name (module)
            -------------------------------------------------------
               1:         59386        7221512  [B (java.base@17.0.15)
             321:             2            448  dev.berth.ark.RevisionClassLoader
             322:             1            224  com.alipay.sofa.ark.container.service.classloader.BizClassLoader
             323:             9            216  dev.berth.ark.RevisionClassLoader$Index
            Total        500000       31000000
            """;

    private static final String THREADS =
            """
            "main" #1 prio=5 os_prio=0 cpu=4157.27ms elapsed=7.31s tid=0x00007f8a8c02ab10 nid=0x1 waiting on condition
            \tat java.lang.Thread.sleep(java.base@17.0.15/Native Method)
            "berth-install-1" #40 prio=5 os_prio=0 cpu=1.21ms elapsed=5.02s tid=0x00007f8a8d02cc00 nid=0x3 waiting on condition
            "berth-change-31" #71 [4242] prio=5 os_prio=0 cpu=1.21ms elapsed=5.02s tid=0x00007f8a8d02dd00 nid=4242 waiting
            "berth-drain-1" #72 prio=5 os_prio=0 cpu=1.21ms elapsed=5.02s tid=0x00007f8a8d02ee00 nid=0x4 waiting on condition
            "my-berth-install-1" #73 prio=5 os_prio=0 cpu=1.21ms elapsed=5.02s tid=0x00007f8a8d02ef00 nid=0x5 runnable
            """;

    @TempDir
    private Path folder;

    @Test
    void loadersAreCountedByTheirClassAndNothingElseIs() {
        assertThat(Inspection.sum(Inspection.LOADERS, HISTOGRAM)).isEqualTo(3);
    }

    @Test
    void threadsOfThePoolsForOperationsAreKnownByTheirNames() {
        assertThat(Inspection.count(Inspection.POOLED, THREADS)).isEqualTo(2);
    }

    @Test
    void threadsOfARunningJvmAreCountedUnlessOfThePools() throws Exception {
        // Given
        int before = footprintOfThisJvm().threads();
        CountDownLatch end = new CountDownLatch(1);
        IntStream.rangeClosed(1, 20).forEach(number -> start("berth-install-" + number, end));
        IntStream.rangeClosed(1, 10).forEach(number -> start("left-" + number, end));
        // When
        int more = footprintOfThisJvm().threads() - before;
        end.countDown();
        // Then
        assertThat(more).isBetween(8, 14);
    }

    private static void start(String name, CountDownLatch end) {
        Thread thread = new Thread(
                () -> {
                    try {
                        end.await();
                    } catch (InterruptedException ending) {
                        Thread.currentThread().interrupt();
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }

    @Test
    void footprintOfARunningJvmHasAllFigures() throws Exception {
        // Given
        Files.createDirectories(folder.resolve("one/two"));
        // When
        Footprint footprint = footprintOfThisJvm();
        // Then
        assertThat(footprint.loaders()).isZero();
        assertThat(footprint.temporary()).isEqualTo(2);
        assertThat(List.of(footprint.threads(), footprint.files())).allMatch(count -> count > 2);
        assertThat(footprint.classes())
                .isCloseTo(ManagementFactory.getClassLoadingMXBean().getLoadedClassCount(), withinPercentage(10));
        assertThat(List.of(footprint.heap(), footprint.metaspace())).allMatch(bytes -> bytes > 1_000_000);
    }

    private Footprint footprintOfThisJvm() {
        Jdk jdk = new Jdk(Path.of(System.getProperty("java.home")), Runtime.version());
        return new Inspection(jdk, ProcessHandle.current().pid()).footprint(List.of(folder));
    }
}
