package dev.berth.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.berth.control.Operation;
import dev.berth.control.Problem;
import dev.berth.error.ErrorCode;
import dev.berth.testing.BizJar;
import dev.berth.testing.OpenFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a biz is served: which path it has, and never on a port of its own. */
class ContextPathIT {

    private static final String SOURCE =
            """
            package com.example.place;
            import org.springframework.boot.SpringApplication;
            import org.springframework.boot.autoconfigure.SpringBootApplication;
            import org.springframework.web.bind.annotation.*;
            @SpringBootApplication
            @RestController
            public class Place {
                public static void main(String[] args) {
                    SpringApplication.run(Place.class, args);
                }
                @GetMapping("/here")
                String here(jakarta.servlet.http.HttpServletRequest request) {
                    return request.getContextPath();
                }
            }
            """;

    private final RunningBase base = RunningBase.shared();

    @TempDir
    private Path directory;

    @AfterEach
    void uninstallAll() {
        base.uninstallAll();
    }

    @Test
    void installWhenNothingIsSaidServesUnderTheName() {
        base.install(biz("place").stock(directory));
        assertThat(base.get("/place/here").body()).isEqualTo("/place");
    }

    @Test
    void installWhenSettingNamesAPathServesUnderIt() {
        base.install(at("place", "/somewhere/else").stock(directory));
        assertThat(base.get("/somewhere/else/here").body()).isEqualTo("/somewhere/else");
        assertThat(base.get("/place/here").statusCode()).isEqualTo(404);
    }

    @Test
    void installWhenInstallerNamesAPathTakesItBeforeTheSetting() {
        base.installAt(at("place", "/somewhere").stock(directory), "/demanded");
        assertThat(base.get("/demanded/here").body()).isEqualTo("/demanded");
        assertThat(base.get("/somewhere/here").statusCode()).isEqualTo(404);
    }

    @Test
    void installWhenTheSameJarIsWantedUnderAnotherPathIsAConflict() {
        // Given
        Path jar = biz("place").stock(directory);
        base.installAt(jar, "/one");
        // When
        Operation again = base.installAt(jar, "/one");
        Operation elsewhere = base.installAt(jar, "/other");
        // Then
        assertThat(again.problem()).isEmpty();
        assertThat(again.changed()).isFalse();
        assertThat(elsewhere.problem()).get().extracting(Problem::code).isEqualTo(ErrorCode.BIZ_ALREADY_INSTALLED);
    }

    @Test
    void installWhenBizHasAServerFactoryOfItsOwnLeavesItOut() {
        // Given
        Path jar = biz("factory")
                .source(
                        """
                        package com.example.place;
                        import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
                        import org.springframework.context.annotation.Bean;
                        import org.springframework.context.annotation.Configuration;
                        @Configuration
                        public class OwnServer {
                            @Bean
                            TomcatServletWebServerFactory ownFactory() {
                                return new TomcatServletWebServerFactory(0);
                            }
                        }
                        """)
                .stock(directory);
        // When
        Operation installed = base.install(jar);
        // Then
        assertThat(installed.problem()).isEmpty();
        assertThat(base.get("/factory/here").body()).isEqualTo("/factory");
        assertThat(base.log("factory")).contains("The web server factory 'ownFactory' is left out");
    }

    @Test
    void installWhenPathIsInUseLeavesNothing() throws Exception {
        // Given
        base.install(at("first", "/taken").stock(directory));
        // When
        Operation refused = base.install(at("second", "/taken").stock(directory));
        // Then
        assertThat(refused.problem()).get().extracting(Problem::code).isEqualTo(ErrorCode.CONTEXT_PATH_IN_USE);
        assertThat(refused.problem().orElseThrow().message()).contains("'/taken'", "'first'", "'second'");
        assertThat(base.registry().revisions())
                .extracting(revision -> revision.id().name().value())
                .containsExactly("first");
        assertThat(base.server().contextPaths()).containsExactly("/taken");
        assertThat(base.ark().getBiz("second")).isEmpty();
        try (var folders = Files.list(base.home().resolve("work").resolve("revisions"))) {
            assertThat(folders).hasSize(1);
        }
        assertThat(base.get("/taken/here").body()).isEqualTo("/taken");
    }

    @Test
    void uninstallWhenBizHadAPathFreesIt() {
        // Given
        base.install(at("first", "/taken").stock(directory));
        base.uninstall("first");
        // When
        Operation installed = base.install(at("second", "/taken").stock(directory));
        // Then
        assertThat(installed.problem()).isEmpty();
        assertThat(base.get("/taken/here").statusCode()).isEqualTo(200);
    }

    @Test
    void installWhenBizSetsItsServerOpensNoPortAndSaysSo() {
        // Given
        assumeTrue(OpenFiles.known(), "Only Linux tells which ports a process listens on");
        Set<Integer> before = OpenFiles.listeningPorts();
        Path jar = biz("ported")
                .starter("spring-boot-starter-actuator")
                .resource(
                        "application.yaml",
                        """
                        server:
                          port: 0
                          address: 127.0.0.1
                          tomcat.threads.max: 3
                        management:
                          server.port: 0
                        """)
                .stock(directory);
        // When
        Operation installed = base.install(jar);
        // Then
        assertThat(installed.problem()).isEmpty();
        assertThat(base.get("/ported/here").statusCode()).isEqualTo(200);
        assertThat(base.get("/ported/actuator/health").body()).contains("\"status\":\"UP\"");
        assertThat(before).contains(base.server().port());
        assertThat(OpenFiles.listeningPorts()).isEqualTo(before);
        assertThat(base.log("ported"))
                .contains("Setting 'server.port' has no effect")
                .contains("Setting 'server.tomcat.threads.max' has no effect")
                .contains("Setting 'management.server.port' has no effect");
    }

    private static BizJar biz(String name) {
        return BizJar.named(name).starterWebmvc().source(SOURCE);
    }

    private static BizJar at(String name, String path) {
        return biz(name).resource("application.yaml", "server.servlet.context-path: " + path);
    }
}
