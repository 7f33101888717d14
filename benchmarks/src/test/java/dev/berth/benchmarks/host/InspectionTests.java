package dev.berth.benchmarks.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    @TempDir
    private Path folder;

    @Test
    void loadersAreCountedByTheirClassAndNothingElseIs() {
        assertThat(Inspection.sum(Inspection.LOADERS, HISTOGRAM)).isEqualTo(3);
    }

    @Test
    void footprintOfARunningJvmHasAllFigures() throws Exception {
        // Given
        Files.createDirectories(folder.resolve("one/two"));
        Runtime.Version version = Runtime.version();
        Inspection own = new Inspection(
                new Jdk(Path.of(System.getProperty("java.home")), version),
                ProcessHandle.current().pid());
        // When
        Footprint footprint = own.footprint(List.of(folder));
        // Then
        assertThat(footprint.loaders()).isZero();
        assertThat(footprint.temporary()).isEqualTo(2);
        assertThat(List.of(footprint.threads(), footprint.files())).allMatch(count -> count > 2);
        assertThat(List.of(footprint.heap(), footprint.metaspace())).allMatch(bytes -> bytes > 1_000_000);
    }
}
