package dev.berth.badinput;

import static dev.berth.badinput.BadInputPage.assertTold;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.testing.BizJar;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What is there already, or whose place is taken. */
class ConflictIT {

    @RegisterExtension
    private final HarmCheck base = new HarmCheck();

    @TempDir
    private Path directory;

    @Test
    void sameJarAgainChangesNothing() {
        // Given
        Path jar = Neighbour.jar("shop", directory);
        Answer first = base.admin().install(jar);
        // When
        Answer again = base.admin().install(jar);
        // Then
        assertThat(first.status()).isEqualTo(201);
        assertThat(again.body().path("changed").asBoolean(true)).isFalse();
        assertThat(again.body().path("revision")).isEqualTo(first.body().path("revision"));
        assertTold(BadInput.SAME_AGAIN, again);
        assertServes("/shop/hello");
    }

    @Test
    void otherDigestOfTheSameVersionConflicts() {
        // Given
        base.admin().install(Neighbour.jar("shop", directory));
        Path other = BizJar.named("shop")
                .source("package com.example; public class Shop { public static void main(String[] args) {} }")
                .slim(directory);
        // When
        Answer conflict = base.admin().install(other);
        // Then
        assertTold(BadInput.OTHER_DIGEST, conflict);
        assertServes("/shop/hello");
    }

    @Test
    void contextPathOfAnotherBizIsTaken() {
        // Given
        base.admin().install(Neighbour.jar("shop", directory));
        // When
        Answer conflict = base.admin().install(Neighbour.jar("store", directory), "&contextPath=/shop");
        // Then
        assertTold(BadInput.CONTEXT_PATH_IN_USE, conflict);
        assertServes("/shop/hello");
    }

    private static void assertServes(String path) {
        assertThat(HarmCheck.base().get(path).body()).isEqualTo("hello");
    }
}
