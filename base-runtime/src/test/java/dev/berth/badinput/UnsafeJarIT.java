package dev.berth.badinput;

import static dev.berth.badinput.BadInputPage.assertTold;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.testing.BizJar;
import dev.berth.testing.ChangedJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What would write where it must not, or more than it may, or take a name that is none. */
class UnsafeJarIT {

    private static final int BOMB_BYTES = 64 << 20;

    @RegisterExtension
    private final HarmCheck base = new HarmCheck();

    @TempDir
    private Path directory;

    @Test
    void entryThatEscapes() {
        // Given
        Path jar = withEntry("../../../escaped.txt", 10);
        // When
        Answer answer = base.admin().install(jar);
        // Then
        assertTold(BadInput.ESCAPING_ENTRY, answer);
        assertThat(HarmCheck.base().home().resolve("escaped.txt")).doesNotExist();
        assertThat(HarmCheck.base().home().resolve("work/escaped.txt")).doesNotExist();
    }

    @Test
    void zipBomb() throws IOException {
        // Given
        Path jar = withEntry("bomb.bin", BOMB_BYTES);
        assertThat(Files.size(jar)).isLessThan(BOMB_BYTES / 200);
        // When
        Answer answer = base.admin().install(jar);
        // Then
        assertTold(BadInput.ZIP_BOMB, answer);
    }

    @Test
    void nameWithSlash() {
        // When
        Answer answer = base.admin().install(Neighbour.jar("shop", directory), "&name=a%2Fb");
        // Then
        assertTold(BadInput.NAME_WITH_SLASH, answer);
    }

    @Test
    void nameOfDots() {
        // When
        Answer answer = base.admin().install(Neighbour.jar("shop", directory), "&name=..");
        // Then
        assertTold(BadInput.NAME_OF_DOTS, answer);
    }

    @Test
    void nameInManifestWithDots() {
        // Given
        Path jar = BizJar.named("shop")
                .source("package com.example; public class Shop { public static void main(String[] args) {} }")
                .attribute("Berth-Biz-Name", "../shop")
                .slim(directory);
        // When
        Answer answer = base.admin().install(jar);
        // Then
        assertTold(BadInput.MANIFEST_NAME_WITH_DOTS, answer);
    }

    private Path withEntry(String name, int bytes) {
        return ChangedJar.of(Neighbour.jar("shop", directory.resolve("good")))
                .with(name, new byte[bytes])
                .write(directory);
    }
}
