package dev.berth.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.testing.BizJar;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/**
 * What biz change in the values that all share is told with their names and put back, with the agent and, from comparisons,
 * without.
 */
@ParameterizedClass(name = "{0}")
@EnumSource(GlobalChangeIT.Kind.class)
class GlobalChangeIT {

    private static final String SOURCE =
            """
            package com.example.%1$s;
            import java.security.*;
            import java.util.*;
            import org.springframework.boot.SpringApplication;
            import org.springframework.boot.autoconfigure.SpringBootApplication;
            import org.springframework.web.bind.annotation.*;
            @SpringBootApplication
            @RestController
            public class Changing {
                static final class Own extends Provider {
                    Own() { super("Of-%1$s", "1", "A provider"); }
                }
                static final class Output extends java.io.PrintStream {
                    Output(java.io.PrintStream before) { super(before); }
                }
                static final class Handler implements Thread.UncaughtExceptionHandler {
                    public void uncaughtException(Thread thread, Throwable failure) {}
                }
                public static void main(String[] args) {
                    SpringApplication.run(Changing.class, args);
                    change();
                    if (%4$s) {
                        throw new IllegalStateException("Broken at its end");
                    }
                }
                static void change() {
                    Locale.setDefault(Locale.forLanguageTag("%2$s"));
                    TimeZone.setDefault(TimeZone.getTimeZone("%3$s"));
                    System.setOut(new Output(System.out));
                    System.setErr(new Output(System.err));
                    System.setIn(new java.io.ByteArrayInputStream(new byte[0]));
                    Thread.setDefaultUncaughtExceptionHandler(new Handler());
                    System.setProperty("example.shared", "%1$s secret");
                    System.getProperties().put("example.%1$s", "%1$s secret");
                    System.clearProperty("example.of-base");
                    Security.addProvider(new Own());
                    java.net.CookieHandler.setDefault(new java.net.CookieManager());
                }
            }
            """;

    private static final String OBSERVER =
            """
            package com.example.observer;
            import java.security.*;
            import java.util.*;
            import org.springframework.boot.SpringApplication;
            import org.springframework.boot.autoconfigure.SpringBootApplication;
            import org.springframework.web.bind.annotation.*;
            @SpringBootApplication
            @RestController
            public class Observer {
                public static void main(String[] args) {
                    SpringApplication.run(Observer.class, args);
                }
                @GetMapping("/values")
                Map<String, String> values() {
                    Map<String, String> all = new TreeMap<>();
                    all.put("locale", Locale.getDefault() + " " + Locale.getDefault(Locale.Category.FORMAT));
                    all.put("zone", TimeZone.getDefault().getID());
                    all.put("out", System.out.getClass().getName());
                    all.put("err", System.err.getClass().getName());
                    all.put("in", System.in.getClass().getName());
                    Object handler = Thread.getDefaultUncaughtExceptionHandler();
                    all.put("handler", handler == null ? "none" : handler.getClass().getName());
                    System.getProperties().forEach((key, value) -> {
                        if (key.toString().startsWith("example.")) {
                            all.put(key.toString(), value.toString());
                        }
                    });
                    Object cookies = java.net.CookieHandler.getDefault();
                    all.put("cookies", cookies == null ? "none" : "#" + System.identityHashCode(cookies));
                    all.put("providers", Arrays.toString(Security.getProviders()));
                    return all;
                }
            }
            """;

    @TempDir
    static Path directory;

    private static BaseProcess base;

    @Parameter
    Kind kind;

    enum Kind {
        WITH_AGENT("It changed ") {
            @Override
            List<String> what(Path folder) {
                return List.of(
                        "-Dexample.of-base=kept", "-jar", BuiltJars.exec().toString());
            }
        },
        WITHOUT_AGENT("Found after it ran: a change of ") {
            @Override
            List<String> what(Path folder) {
                List<Path> path = Programs.base(Programs.application()).write(folder.resolve("classes"));
                List<String> options = new ArrayList<>(List.of("-Dexample.of-base=kept"));
                options.addAll(JvmProcess.main(Programs.MAIN, path));
                return options;
            }
        };

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        abstract List<String> what(Path folder);
    }

    @BeforeParameterizedClassInvocation
    static void start(Kind kind) {
        Path folder = directory.resolve(kind.name());
        folder.toFile().mkdirs();
        base = BaseProcess.start(folder.resolve("home"), kind.what(folder));
        Path observer =
                BizJar.named("observer").source(OBSERVER).starterWebmvc().stock(directory);
        assertThat(base.admin().install(observer).statusCode()).isEqualTo(201);
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        base.close();
    }

    @Test
    void everyChangeIsToldWithoutValuesOfProperties() {
        // When
        install("tokyo", "ja-JP", "Asia/Tokyo");
        // Then
        String troubles = base.admin()
                .biz("tokyo")
                .get("revisions")
                .get(0)
                .get("troubles")
                .toString();
        String output = base.process().output();
        base.admin().uninstall("tokyo");
        for (String what : List.of(
                "the default locale from ",
                "the default time zone from ",
                "System.out from ",
                "System.err from ",
                "System.in from ",
                "the default handler of uncaught exceptions from ",
                "system property 'example.shared' (new)",
                "system property 'example.tokyo' (new)",
                "system property 'example.of-base' (removed)",
                "the security provider 'Of-tokyo' from none to ",
                "the default cookie handler from none to 'java.net.CookieManager'")) {
            assertThat(troubles).contains(kind.words + what);
            assertThat(output).contains("Biz 'tokyo' is in trouble: " + kind.words + what);
        }
        assertThat(troubles + output).doesNotContain("tokyo secret");
    }

    @Test
    void firstToComeFirstToGoEndsWithTheOriginal() {
        // Given
        String before = values();
        install("tokyo", "ja-JP", "Asia/Tokyo");
        install("lisbon", "pt-PT", "Europe/Lisbon");
        String both = values();
        // When
        base.admin().uninstall("tokyo");
        String between = values();
        base.admin().uninstall("lisbon");
        // Then
        assertThat(both).contains("pt_PT", "Europe/Lisbon", "com.example.lisbon", "Of-tokyo", "Of-lisbon");
        assertThat(between)
                .contains("pt_PT", "Europe/Lisbon", "com.example.lisbon", "Of-lisbon", "lisbon secret")
                .doesNotContain("okyo");
        assertThat(values()).isEqualTo(before);
    }

    @Test
    void firstToComeLastToGoEndsWithTheOriginal() {
        // Given
        String before = values();
        install("tokyo", "ja-JP", "Asia/Tokyo");
        String first = values();
        install("lisbon", "pt-PT", "Europe/Lisbon");
        // When
        base.admin().uninstall("lisbon");
        String between = values();
        base.admin().uninstall("tokyo");
        // Then
        assertThat(between).isEqualTo(first).contains("Asia/Tokyo");
        assertThat(values()).isEqualTo(before);
    }

    @Test
    void failedInstallLeavesNothingChanged() {
        // Given
        String before = values();
        // When
        int status =
                base.admin().install(jar("tokyo", "ja-JP", "Asia/Tokyo", true)).statusCode();
        // Then
        assertThat(status).isEqualTo(422);
        assertThat(values()).isEqualTo(before);
    }

    @Test
    void whatSpringBootItselfSetsIsNotTold() {
        // Given
        BizJar stock = BizJar.named("stock")
                .source(OBSERVER)
                .resource("application.properties", "spring.pid.file=" + directory.resolve("stock.pid"))
                .starterWebmvc()
                .starter("spring-boot-starter-data-jpa");
        Stream.of(BuiltJars.libraries("h2").toFile().listFiles()).forEach(jar -> stock.jar(jar.toPath()));
        // When
        int status = base.admin().install(stock.stock(directory)).statusCode();
        JsonNode troubles = base.admin().biz("stock").get("revisions").get(0).get("troubles");
        base.admin().uninstall("stock");
        // Then
        assertThat(status).isEqualTo(201);
        assertThat(troubles).isEmpty();
    }

    private static String values() {
        return base.get("/observer/values").body();
    }

    private static void install(String name, String locale, String zone) {
        assertThat(base.admin().install(jar(name, locale, zone, false)).statusCode())
                .isEqualTo(201);
    }

    private static Path jar(String name, String locale, String zone, boolean breaks) {
        return BizJar.named(name)
                .source(SOURCE.formatted(name, locale, zone, breaks))
                .starterWebmvc()
                .stock(directory);
    }
}
