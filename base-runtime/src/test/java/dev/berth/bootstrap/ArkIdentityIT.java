package dev.berth.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.alipay.sofa.ark.api.ArkClient;
import com.alipay.sofa.ark.container.service.classloader.BizClassLoader;
import com.alipay.sofa.ark.spi.model.Biz;
import com.alipay.sofa.ark.spi.model.BizState;
import dev.berth.testing.BizJar;
import dev.berth.testing.OpenFiles;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who knows SOFAArk finds it: its registry, its loaders, its states; but not its port, its files or its properties. */
class ArkIdentityIT {

    private static final String SOURCE =
            """
            package com.example.known;
            import org.springframework.boot.SpringApplication;
            import org.springframework.boot.autoconfigure.SpringBootApplication;
            @SpringBootApplication
            public class Known {
                public static void main(String[] args) {
                    SpringApplication.run(Known.class, args);
                }
            }
            """;

    private static final int TELNET = 1234;

    @TempDir
    private Path directory;

    private RunningBase base;

    @BeforeEach
    void start() {
        // One of its own: Ark's client is static and knows the base that started last
        base = RunningBase.start(directory.resolve("home"));
        Path jar = BizJar.named("known")
                .version("2.0")
                .starter("spring-boot-starter")
                .source(SOURCE)
                .stock(directory);
        assertThat(base.install(jar).problem()).isEmpty();
    }

    @AfterEach
    void stop() {
        base.close();
    }

    @Test
    void installMakesTheBizKnownToArk() {
        // When
        Biz biz = ArkClient.getBizManagerService().getBiz("known", "2.0");
        // Then
        assertThat(biz.getBizState()).isEqualTo(BizState.ACTIVATED);
        assertThat(biz.getBizClassLoader()).isInstanceOf(BizClassLoader.class);
        assertThat(((BizClassLoader) biz.getBizClassLoader()).getBizIdentity()).isEqualTo("known:2.0");
        assertThat(ArkClient.getBizManagerService().getActiveBiz("known")).isSameAs(biz);
        assertThat(ArkClient.getMasterBiz().getBizState()).isEqualTo(BizState.ACTIVATED);
        assertThat(ArkClient.getBizManagerService().getBizByClassLoader(biz.getBizClassLoader()))
                .isSameAs(biz);
    }

    @Test
    void uninstallMakesTheBizUnknownToArk() {
        // Given
        Biz biz = ArkClient.getBizManagerService().getBiz("known", "2.0");
        // When
        base.uninstall("known");
        // Then
        assertThat(biz.getBizState()).isEqualTo(BizState.UNRESOLVED);
        assertThat(ArkClient.getBizManagerService().getBiz("known")).isEmpty();
        assertThat(ArkClient.getBizManagerService().getBizInOrder()).containsExactly(ArkClient.getMasterBiz());
    }

    @Test
    void startOpensNoTelnetPort() {
        assumeTrue(OpenFiles.known(), "Only Linux tells which ports a process listens on");
        assertThat(OpenFiles.listeningPorts()).contains(base.server().port()).doesNotContain(TELNET);
    }

    @Test
    void startLeavesNeitherFilesNorProperties() throws IOException {
        // Given
        long started = ManagementFactory.getRuntimeMXBean().getStartTime();
        // When
        List<String> properties = System.getProperties().stringPropertyNames().stream()
                .filter(key -> Stream.of("sofa", "alipay", "ark.")
                        .anyMatch(mark -> key.toLowerCase(Locale.ROOT).contains(mark)))
                .toList();
        // Then
        assertThat(properties).isEmpty();
        assertThat(filesSince(started, Path.of(System.getProperty("user.home"), "logs")))
                .isEmpty();
    }

    private static List<Path> filesSince(long millis, Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toFile().lastModified() > millis).toList();
        }
    }
}
