package dev.berth.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.testing.BizJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A biz that prints a million lines: they go to its log, which is bounded, and neither block the base nor fill its output. */
class ChattyBizIT {

    private static final long LOG_LIMIT = 5 * (10L << 20);

    private static final String SOURCE =
            """
            package com.example.chatty;
            public class Chatty {
                public static void main(String[] args) {
                    for (int i = 1; i <= 1_000_000; i++) {
                        System.out.println("This is line " + i);
                    }
                    System.err.print("and this ");
                    System.err.printf("is %s%n", "the end");
                }
            }
            """;

    @TempDir
    private Path directory;

    @Test
    void bizPrintsAMillionLines() throws IOException {
        // Given
        Path chatty = BizJar.named("chatty").source(SOURCE).slim(directory);
        try (BaseProcess base = BaseProcess.defaultBase(directory.resolve("home"));
                Bystander bystander = new Bystander(base, directory)) {
            // When
            int status = base.admin().install(chatty).statusCode();
            // Then
            assertThat(status).isEqualTo(201);
            assertThat(base.process().output()).doesNotContain("This is line");
            Path log = base.home().resolve("logs").resolve("chatty.log");
            assertThat(Files.readString(log))
                    .contains(
                            "[chatty:1.0.0]", "System.out : This is line 1000000", "System.err : and this is the end");
            assertThat(sizeOfLogs(log.getParent())).isBetween(LOG_LIMIT / 2, LOG_LIMIT + LOG_LIMIT / 4);
            base.admin().uninstall("chatty");
            bystander.assertUnharmed();
        }
    }

    private static long sizeOfLogs(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("chatty.log"))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
