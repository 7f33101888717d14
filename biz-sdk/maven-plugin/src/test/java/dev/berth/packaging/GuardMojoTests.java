package dev.berth.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuardMojoTests {

    @TempDir
    private Path directory;

    @Test
    void executeWhenTheJarIsExecutablePutsTheAgentIn() throws Exception {
        // Given
        Path jar = executable().write(directory.resolve("base-1.0.jar"));
        // When
        mojo().execute();
        // Then
        try (JarFile completed = new JarFile(jar.toFile())) {
            assertThat(completed.getManifest().getMainAttributes().getValue("Launcher-Agent-Class"))
                    .isEqualTo("dev.berth.agent.BaseAgent");
            assertThat(completed.getEntry("dev/berth/agent/BaseAgent.class")).isNotNull();
        }
    }

    @Test
    void executeWhenTheJarHasAClassifierTakesThatOne() throws Exception {
        // Given
        Path jar = executable().write(directory.resolve("base-1.0-exec.jar"));
        long before = Files.size(jar);
        GuardMojo mojo = mojo();
        set(mojo, "classifier", "exec");
        // When
        mojo.execute();
        // Then
        assertThat(Files.size(jar)).isGreaterThan(before);
    }

    @Test
    void executeWhenTheJarIsNotExecutableSaysWhatIsAndLeavesIt() throws IOException {
        // Given
        Path jar = new TestJar().write(directory.resolve("base-1.0.jar"));
        byte[] before = Files.readAllBytes(jar);
        // Then
        assertThatThrownBy(() -> mojo().execute())
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("'base-1.0.jar' is not an executable jar")
                .hasMessageContaining("'repackage'");
        assertThat(jar).hasBinaryContent(before);
    }

    @Test
    void executeWhenThereIsNoJarSaysWhatMakesIt() {
        assertThatThrownBy(() -> mojo().execute())
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("There is no 'base-1.0.jar'")
                .hasMessageContaining("repackage");
    }

    private static TestJar executable() {
        return new TestJar().attribute("Start-Class", "com.example.Base").attribute("Spring-Boot-Version", "4.1.1");
    }

    private GuardMojo mojo() {
        GuardMojo mojo = new GuardMojo();
        set(mojo, "outputDirectory", directory.toFile());
        set(mojo, "finalName", "base-1.0");
        return mojo;
    }

    /** As Maven does. */
    private static void set(GuardMojo mojo, String name, Object value) {
        try {
            Field field = GuardMojo.class.getDeclaredField(name);
            field.setAccessible(true);
            field.set(mojo, value);
        } catch (ReflectiveOperationException changed) {
            throw new IllegalStateException(changed);
        }
    }
}
