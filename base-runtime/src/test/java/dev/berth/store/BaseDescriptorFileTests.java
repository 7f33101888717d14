package dev.berth.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaseDescriptorFileTests {

    private static final BaseDescriptor DESCRIPTOR =
            new BaseDescriptor(7, 8080, 8081, "127.0.0.1", Instant.parse("2026-01-01T00:00:00Z"), "0.1.0-SNAPSHOT");

    @TempDir
    Path home;

    @Test
    void readReturnsWhatWasWritten() {
        // Given
        BaseDescriptorFile file = new BaseDescriptorFile(home);
        file.write(DESCRIPTOR);
        // When / Then
        assertThat(file.read()).contains(DESCRIPTOR);
    }

    @Test
    void writeUsesTheMembersThatCommandsRead() throws IOException {
        // When
        new BaseDescriptorFile(home).write(DESCRIPTOR);
        // Then
        assertThat(Files.readString(home.resolve("base.json")).replaceAll("\\s", ""))
                .isEqualTo("{\"pid\":7,\"businessPort\":8080,\"adminPort\":8081,\"adminAddress\":\"127.0.0.1\","
                        + "\"startedAt\":\"2026-01-01T00:00:00Z\",\"version\":\"0.1.0-SNAPSHOT\"}");
    }

    @Test
    void readWhenFileIsDamagedIsEmpty() throws IOException {
        // Given
        Files.writeString(home.resolve("base.json"), "{\"pid\":");
        // When / Then
        assertThat(new BaseDescriptorFile(home).read()).isEmpty();
    }

    @Test
    void removeTwiceIsHarmless() {
        // Given
        BaseDescriptorFile file = new BaseDescriptorFile(home);
        file.write(DESCRIPTOR);
        // When
        file.remove();
        file.remove();
        // Then
        assertThat(file.read()).isEmpty();
        assertThat(home.resolve("base.json")).doesNotExist();
    }
}
