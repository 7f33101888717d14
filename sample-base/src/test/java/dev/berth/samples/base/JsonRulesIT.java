package dev.berth.samples.base;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.process.BaseProcess;
import dev.berth.testing.BizJar;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plugin json-rules, in the executable jar of a base, used by two biz; its Jackson is its own. */
class JsonRulesIT {

    private static final Path API =
            Path.of(System.getProperty("samples"), "ark-plugins/json-rules/target/json-rules-1.0.0.jar");

    private static final String SOURCE =
            """
            package com.example.rules;
            import dev.berth.samples.rules.JsonRules;
            import org.springframework.boot.SpringApplication;
            import org.springframework.boot.autoconfigure.SpringBootApplication;
            import org.springframework.util.ClassUtils;
            import org.springframework.web.bind.annotation.GetMapping;
            import org.springframework.web.bind.annotation.RestController;
            @SpringBootApplication
            @RestController
            public class Rules {
                private static final String JACKSON = "com.fasterxml.jackson.databind.cfg.PackageVersion";
                @GetMapping("/decide")
                String decide() {
                    return JsonRules.parse("[{\\"when\\": {\\"/tier\\": \\"gold\\"}, \\"then\\": \\"free\\"}]").decide("{\\"tier\\": \\"gold\\"}")
                            + " by " + JsonRules.engine() + " in " + JsonRules.class.getClassLoader();
                }
                @GetMapping("/own")
                String own() throws Exception {
                    ClassLoader mine = getClass().getClassLoader();
                    if (!ClassUtils.isPresent(JACKSON, mine)) {
                        return "none";
                    }
                    return String.valueOf(Class.forName(JACKSON, true, mine).getField("VERSION").get(null));
                }
                public static void main(String[] args) {
                    SpringApplication.run(Rules.class, args);
                }
            }
            """;

    @TempDir
    private Path directory;

    @Test
    void twoBizUseThePluginAndItsDependencyIsNobodyElses() {
        // Given
        Path jackson = Path.of(System.getProperty("other.jackson"));
        Path first = rules("first").stock(directory);
        Path second = rules("second")
                .jar(jackson.resolve("jackson-databind.jar"))
                .jar(jackson.resolve("jackson-core.jar"))
                .library("jackson-annotations")
                .stock(directory);
        try (BaseProcess base =
                BaseProcess.start(directory.resolve("home"), List.of("-jar", System.getProperty("base.jar")))) {
            // When
            assertThat(base.admin().install(first).body()).contains("succeeded");
            assertThat(base.admin().install(second).body()).contains("succeeded");
            // Then
            String answer = "[free] by 2.15.4 in PluginClassLoader[json-rules]";
            assertThat(base.get("/first/decide").body()).isEqualTo(answer);
            assertThat(base.get("/second/decide").body()).isEqualTo(answer);
            assertThat(base.get("/first/own").body()).isEqualTo("none");
            assertThat(base.get("/second/own").body()).startsWith("2.").isNotEqualTo("2.15.4");
        }
    }

    private static BizJar rules(String name) {
        return BizJar.named(name).starterWebmvc().jar(API).source(SOURCE);
    }
}
