package dev.berth.process;

import static dev.berth.badinput.BadInputPage.assertTold;

import dev.berth.badinput.Answer;
import dev.berth.badinput.BadInput;
import dev.berth.testing.BizJar;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A biz whose classes fill the metaspace: it fails, the base goes on. */
class MetaspaceIT {

    private static final String SOURCE =
            """
            package com.example.greedy;
            import java.lang.invoke.MethodHandles;
            import java.nio.charset.StandardCharsets;
            import java.util.*;
            public class Greedy {
                static final List<Class<?>> CLASSES = new ArrayList<>();
                static class Copy000000 {
                    %s
                }
                public static void main(String[] args) throws Exception {
                    byte[] original = Greedy.class.getResourceAsStream("Greedy$Copy000000.class").readAllBytes();
                    String text = new String(original, StandardCharsets.ISO_8859_1);
                    for (int i = 1; i < 500_000; i++) {
                        byte[] copy = text.replace("Copy000000", "Copy%%06d".formatted(i))
                                .getBytes(StandardCharsets.ISO_8859_1);
                        CLASSES.add(MethodHandles.lookup().defineClass(copy));
                    }
                }
            }
            """;

    @TempDir
    private Path directory;

    @Test
    void bizFillsTheMetaspace() {
        // Given
        StringBuilder methods = new StringBuilder();
        for (int i = 0; i < 50; i++) {
            methods.append("int method")
                    .append(i)
                    .append("(int n) { return n * ")
                    .append(i)
                    .append("; }\n");
        }
        Path greedy = BizJar.named("greedy").source(SOURCE.formatted(methods)).slim(directory);
        List<String> small =
                List.of("-XX:MaxMetaspaceSize=110m", "-jar", BuiltJars.exec().toString());
        try (BaseProcess base = BaseProcess.start(directory.resolve("home"), small);
                Bystander bystander = new Bystander(base, directory)) {
            // When
            Answer first = Answer.of(base.admin().install(greedy));
            Answer second = Answer.of(base.admin().install(greedy));
            // Then
            assertTold(BadInput.METASPACE, first);
            assertTold(BadInput.METASPACE, second);
            bystander.assertUnharmed();
        }
    }
}
