package dev.berth.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.testing.PlainApplication;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** A user's application is the same with base-runtime on its class path and without it. */
class BaseUnchangedIT {

    private static final Pattern STARTED = Pattern.compile("Tomcat started on port (\\d+)");
    private static final String MIRROR =
            """
            package com.example.user;
            import java.util.List;
            import java.util.stream.Stream;
            import org.springframework.context.ConfigurableApplicationContext;
            import org.springframework.web.bind.annotation.GetMapping;
            import org.springframework.web.bind.annotation.PathVariable;
            import org.springframework.web.bind.annotation.RestController;
            @RestController
            class Mirror {
                private final ConfigurableApplicationContext context;
                Mirror(ConfigurableApplicationContext context) {
                    this.context = context;
                }
                @GetMapping("/beans")
                List<String> beans() {
                    return Stream.concat(
                                    Stream.of(context.getBeanDefinitionNames()),
                                    Stream.of(context.getBeanFactory().getSingletonNames()))
                            .distinct().sorted().toList();
                }
                @GetMapping("/load/{name}")
                List<Boolean> load(@PathVariable String name) {
                    return Stream.of(Mirror.class.getClassLoader(), Thread.currentThread().getContextClassLoader())
                            .map(loader -> loads(loader, name)).toList();
                }
                private static boolean loads(ClassLoader loader, String name) {
                    try {
                        return Class.forName(name, false, loader) != null;
                    } catch (ClassNotFoundException absent) {
                        return false;
                    }
                }
            }
            """;

    @TempDir
    static Path directory;

    private static BaseProcess base;
    private static JvmProcess plain;
    private static Calls plainCalls;

    @BeforeAll
    static void start() {
        List<Path> withoutBerth = application().write(directory.resolve("plain"));
        List<Path> withBerth = Programs.base(application()).write(directory.resolve("base"));
        plain = JvmProcess.start(directory, JvmProcess.main(Programs.MAIN, withoutBerth), List.of("--server.port=0"));
        base = BaseProcess.start(directory.resolve("home"), JvmProcess.main(Programs.MAIN, withBerth));
        plain.await("port", () -> STARTED.matcher(plain.output()).find());
        Matcher started = STARTED.matcher(plain.output());
        assertThat(started.find()).isTrue();
        plainCalls = new Calls(Integer.parseInt(started.group(1)));
    }

    private static PlainApplication application() {
        return Programs.application()
                .starter("spring-boot-starter-actuator")
                .source(MIRROR)
                .source(Programs.REPORT.formatted("com.example.user"))
                .resource("application.properties", "management.endpoints.web.exposure.include=health,info,mappings");
    }

    @AfterAll
    static void stop() {
        if (base != null) {
            base.close();
        }
        plain.close();
    }

    @Test
    void autoConfigurationsAreTheSame() {
        // When
        String report = base.get("/report").body();
        // Then
        assertThat(report)
                .contains("WebMvcAutoConfiguration", "HealthEndpointAutoConfiguration", "\"-")
                .isEqualTo(plainCalls.get("/report").body());
    }

    @Test
    void beansAreTheSame() {
        // When
        String beans = base.get("/beans").body();
        // Then
        assertThat(beans)
                .contains("dispatcherServlet")
                .isEqualTo(plainCalls.get("/beans").body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/own", "/missing", "/actuator", "/actuator/health", "/actuator/info", "/load/a.B"})
    void answersAreTheSame(String path) {
        assertThat(answer(base.business(), "GET", path)).isEqualTo(answer(plainCalls, "GET", path));
    }

    @Test
    void handlersAreTheSame() {
        assertThat(handlers(base.business())).hasSizeGreaterThan(5).containsExactlyElementsOf(handlers(plainCalls));
    }

    /** Actuator tells them in any order. */
    private static List<String> handlers(Calls calls) {
        return new JsonMapper()
                .readTree(calls.get("/actuator/mappings").body()).findValuesAsString("predicate").stream()
                        .sorted()
                        .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "HEAD", "OPTIONS"})
    void answersToOtherMethodsAreTheSame(String method) {
        assertThat(answer(base.business(), method, "/own")).isEqualTo(answer(plainCalls, method, "/own"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.alipay.sofa.ark.spi.service.biz.BizManagerService",
                "com.google.common.collect.ImmutableList",
                "com.google.inject.Injector",
                "org.springframework.security.web.FilterChainProxy",
                "org.eclipse.aether.version.Version",
                "org.apache.commons.io.IOUtils"
            })
    void applicationMeetsNoneOfOurLibraries(String name) {
        // Given
        assertThat(ourOwnMayLoad(name)).isTrue();
        // When
        String loaded = base.get("/load/" + name).body();
        // Then
        assertThat(loaded).isEqualTo("[false,false]");
    }

    /** A class that does not exist at all would prove nothing; these tests have Berth's own libraries. */
    private static boolean ourOwnMayLoad(String name) {
        try {
            return Class.forName(name, false, BaseUnchangedIT.class.getClassLoader()) != null;
        } catch (ClassNotFoundException absent) {
            return false;
        }
    }

    /** What a caller sees, without times and ports; Actuator writes the members of its objects in any order. */
    private static Map<String, Object> answer(Calls calls, String method, String path) {
        HttpResponse<String> response =
                calls.send(calls.request(path).method(method, HttpRequest.BodyPublishers.noBody()));
        Map<String, Object> answer = new TreeMap<>(response.headers().map());
        answer.remove("date");
        answer.remove("content-length");
        answer.put(":status", response.statusCode());
        String body = response.body()
                .replaceAll("\"timestamp\":\"[^\"]*\"", "\"timestamp\":0")
                .replace(":" + calls.port(), ":port");
        answer.put(":body", body.startsWith("{") ? new JsonMapper().readTree(body) : body);
        return answer;
    }
}
