package dev.berth.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.badinput.Answer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A base whose collector goes on beside the application when it is asked proves a biz gone that was installed just now. */
class ConcurrentCollectionIT {

    @Test
    void bizThatIsYoungIsCollected(@TempDir Path directory) {
        // Given
        List<String> concurrent = List.of(
                "-XX:+UseG1GC",
                "-XX:+ExplicitGCInvokesConcurrent",
                "-jar",
                BuiltJars.exec().toString());
        try (BaseProcess base = BaseProcess.start(directory.resolve("home"), concurrent)) {
            base.admin().install(LeakyJars.plain("plain", directory));
            // When
            Answer uninstall = Answer.of(base.admin().uninstall("plain"));
            // Then
            assertThat(uninstall.body().path("loaders").path(0).path("outcome").asString())
                    .as(uninstall.toString())
                    .isEqualTo("collected");
        }
    }
}
