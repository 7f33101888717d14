package dev.berth.benchmarks.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdkTests {

    @TempDir
    Path folder;

    @Test
    void findWhenTheOwnOneFitsTakesIt() throws IOException {
        // Given
        Path own = jdk("own", "17.0.15");
        jdk("another", "17.0.2");
        // When / Then
        assertThat(Jdk.find(17, Map.of(), own).map(Jdk::home)).contains(own);
    }

    @Test
    void findWhenTheOwnOneIsAnotherTakesOneBesideIt() throws IOException {
        // Given
        Path own = jdk("own", "17.0.15");
        Path newer = jdk("newer", "25.0.3");
        // When / Then
        assertThat(Jdk.find(25, Map.of(), own).map(Jdk::home)).contains(newer);
    }

    @Test
    void findWhenAVariableNamesOneTakesIt() throws IOException {
        // Given
        Path own = jdk("own", "25");
        Path named = jdk("some/where", "25.0.3");
        // When / Then
        assertThat(Jdk.find(25, Map.of("JAVA25_HOME", named.toString()), own).map(Jdk::home))
                .contains(named);
    }

    @Test
    void findWhenThereIsNoneIsEmpty() throws IOException {
        assertThat(Jdk.find(25, Map.of(), jdk("own", "17.0.15"))).isEmpty();
    }

    private Path jdk(String name, String version) throws IOException {
        Path home = folder.toRealPath().resolve(name);
        Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
        Files.createFile(java);
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        return home;
    }
}
