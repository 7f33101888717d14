package dev.berth.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartClassTests {

    @TempDir
    private Path classes;

    @Test
    void findTakesTheOnlyMainClass() throws Exception {
        // Given
        copy(First.class);

        // When
        String found = StartClass.find("", classes);

        // Then
        assertThat(found).isEqualTo(First.class.getName());
    }

    @Test
    void findAmongSeveralIsRefusedWithTheirNames() throws IOException {
        // Given
        copy(First.class);
        copy(Second.class);

        // When, Then
        assertThatExceptionOfType(MojoExecutionException.class)
                .isThrownBy(() -> StartClass.find("", classes))
                .withMessageContaining(First.class.getName())
                .withMessageContaining(Second.class.getName())
                .withMessageContaining("mainClass");
    }

    @Test
    void findAmongSeveralTakesTheConfigured() throws Exception {
        // Given
        copy(First.class);
        copy(Second.class);

        // When
        String found = StartClass.find(Second.class.getName(), classes);

        // Then
        assertThat(found).isEqualTo(Second.class.getName());
    }

    @Test
    void findOfNoneIsRefused() {
        assertThatExceptionOfType(MojoExecutionException.class)
                .isThrownBy(() -> StartClass.find("", classes))
                .withMessageContaining("no class with a main method");
    }

    @Test
    void findOfConfiguredClassThatIsMissingIsRefused() {
        assertThatExceptionOfType(MojoExecutionException.class)
                .isThrownBy(() -> StartClass.find("demo.Gone", classes))
                .withMessageContaining("'demo.Gone'");
    }

    private void copy(Class<?> type) throws IOException {
        String resource = type.getName().replace('.', '/') + ".class";
        Path target = classes.resolve(resource);
        Files.createDirectories(target.getParent());
        try (InputStream in = Objects.requireNonNull(type.getClassLoader().getResourceAsStream(resource))) {
            Files.copy(in, target);
        }
    }

    static class First {
        public static void main(String[] args) {}
    }

    static class Second {
        public static void main(String[] args) {}
    }
}
