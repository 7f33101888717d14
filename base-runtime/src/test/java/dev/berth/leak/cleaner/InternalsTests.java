package dev.berth.leak.cleaner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class InternalsTests {

    @Test
    void everyPackageIsOpenedByTheManifestAndInTests() throws IOException {
        // Given
        String pom = Files.readString(Path.of("pom.xml"));
        // Then
        assertThat(pom).contains("<berth.opens>" + String.join(" ", Internals.PACKAGES) + "</berth.opens>");
        assertThat(Internals.closed()).isEmpty();
    }

    @Test
    void valueWhenAFieldIsNotThereIsEmpty() {
        assertThat(Internals.value("text", "nowhere")).isEmpty();
        assertThat(Internals.constant("no.such.Type", "nowhere")).isEmpty();
        assertThat(Internals.set("text", "nowhere", 1)).isFalse();
    }
}
