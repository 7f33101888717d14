package dev.berth.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/** An archive of classes, with which a base starts faster, is used with the agent on as it would be without. */
class ArchiveIT {

    private static final String ARCHIVED = "source: shared objects file";

    @TempDir
    private Path directory;

    @Test
    @EnabledForJreRange(min = JRE.JAVA_25)
    void aotCacheIsUsedWithTheAgentOn() throws IOException {
        // Given
        Path cache = directory.resolve("base.aot");
        String training = run("-XX:AOTCacheOutput=" + cache);
        assertThat(training).contains("The guard is off", "records an AOT cache");
        assertThat(cache).isNotEmptyFile();
        // When / Then
        assertArchiveIsUsed("", "-XX:AOTCache=" + cache, "-XX:AOTMode=on");
    }

    @Test
    void archiveMadeAtTheEndOfARunIsUsedWithTheAgentOn() throws IOException {
        // Given
        Path archive = directory.resolve("base.jsa");
        run("-XX:ArchiveClassesAtExit=" + archive);
        assertThat(archive).isNotEmptyFile();
        // When / Then
        assertArchiveIsUsed(" (top)", "-XX:SharedArchiveFile=" + archive, "-Xshare:on");
    }

    /** With these options a JVM does not start when it can't use the archive. */
    private void assertArchiveIsUsed(String part, String... options) throws IOException {
        Path log = directory.resolve("classes.log");
        List<String> all = new ArrayList<>(List.of(options));
        all.add("-Xlog:class+load:file=" + log);
        String output = run(all.toArray(String[]::new));
        assertThat(output).contains("The guard is on").doesNotContain("[warning]", "[error]");
        List<String> spring = Files.readAllLines(log).stream()
                .filter(line -> line.contains(ARCHIVED + part))
                .toList();
        assertThat(spring)
                .hasSizeGreaterThan(500)
                .anyMatch(line -> line.contains(" java.lang.String ") || !part.isEmpty());
    }

    /** Runs the default base until it is ready, ends it in order, and returns its output. */
    private String run(String... options) {
        List<String> what = new ArrayList<>(List.of(options));
        what.addAll(List.of("-jar", BuiltJars.exec().toString()));
        try (BaseProcess base = BaseProcess.start(directory.resolve("home"), what)) {
            base.process().terminate();
            base.process().awaitExit();
            return base.process().output();
        }
    }
}
