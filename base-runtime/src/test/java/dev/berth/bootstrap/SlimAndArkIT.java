package dev.berth.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.control.Operation;
import dev.berth.control.Problem;
import dev.berth.error.ErrorCode;
import dev.berth.testing.BizJar;
import dev.berth.testing.LibraryJar;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The two other kinds of jar: slim, with what the base lacks only, and SOFAArk's own. */
class SlimAndArkIT {

    private static final String SOURCE =
            """
            package com.example.prices;
            import com.example.tax.Tax;
            import org.springframework.boot.SpringApplication;
            import org.springframework.boot.autoconfigure.SpringBootApplication;
            import org.springframework.web.bind.annotation.*;
            @SpringBootApplication
            @RestController
            public class Prices {
                public static void main(String[] args) {
                    SpringApplication.run(Prices.class, args);
                }
                @GetMapping("/price")
                int price() {
                    return Tax.add(100);
                }
            }
            """;

    private static final String TAX =
            "package com.example.tax; public class Tax { public static int add(int net) { return net + 19; } }";

    private final RunningBase base = RunningBase.shared();

    @TempDir
    private Path directory;

    @AfterEach
    void uninstallAll() {
        base.uninstallAll();
    }

    @Test
    void installWhenJarIsSlimServesAndUninstalls() throws Exception {
        // Given
        Path jar = prices().slim(directory);
        assertThat(Files.size(jar)).isLessThan(20_000);
        // When
        Operation installed = base.install(jar);
        // Then
        assertThat(installed.problem()).isEmpty();
        assertThat(base.get("/prices/price").body()).isEqualTo("119");
        assertThat(base.revision("prices").spec().layout()).isEqualTo("slim");
        assertGoneAfterUninstall("/prices/price");
    }

    @Test
    void installWhenSlimJarStatesAPathServesThere() {
        base.install(prices().attribute("Berth-Context-Path", "/money").slim(directory));
        assertThat(base.get("/money/price").body()).isEqualTo("119");
    }

    @Test
    void installWhenJarIsArksServesAndUninstalls() {
        // When
        Operation installed = base.install(prices().ark(directory));
        // Then
        assertThat(installed.problem()).isEmpty();
        assertThat(base.get("/prices/price").body()).isEqualTo("119");
        assertThat(base.revision("prices").spec().layout()).isEqualTo("ark");
        assertGoneAfterUninstall("/prices/price");
    }

    @Test
    void installWhenArksJarStatesAPathServesThere() {
        base.install(prices().attribute("web-context-path", "money").ark(directory));
        assertThat(base.get("/money/price").body()).isEqualTo("119");
    }

    @Test
    void installWhenBaseLacksADeclaredLibraryNamesIt() {
        // Given
        Path jar = prices().attribute("Berth-Libraries", "com.example:absent:1.2.3")
                .slim(directory);
        // When
        Operation refused = base.install(jar);
        // Then
        assertRefused(refused, "'absent' 1.2.3");
    }

    @Test
    void installWhenBaseHasADeclaredLibraryInAnotherVersionNamesBoth() {
        // Given
        Path jar =
                prices().attribute("Berth-Libraries", "org.yaml:snakeyaml:99.1").slim(directory);
        // When
        Operation refused = base.install(jar);
        // Then
        String inBase = base.control().base().libraries().stream()
                .filter(library -> library.library().equals("org.yaml:snakeyaml"))
                .findFirst()
                .orElseThrow()
                .version()
                .orElseThrow();
        assertRefused(refused, "'snakeyaml' 99.1", inBase);
    }

    private void assertRefused(Operation refused, String... facts) {
        assertThat(refused.problem()).get().extracting(Problem::code).isEqualTo(ErrorCode.LINKAGE_REFUSED);
        assertThat(refused.problem().orElseThrow().message()).contains(facts);
        assertThat(base.registry().revisions()).isEmpty();
        assertThat(base.server().contextPaths()).isEmpty();
    }

    private void assertGoneAfterUninstall(String path) {
        assertThat(base.uninstall("prices").problem()).isEmpty();
        assertThat(base.get(path).statusCode()).isEqualTo(404);
        assertThat(base.ark().getBiz("prices")).isEmpty();
        assertThat(base.server().contextPaths()).isEmpty();
    }

    private BizJar prices() {
        Path tax = LibraryJar.of("com.example:tax:1.0.0").source(TAX).write(directory);
        return BizJar.named("prices").starterWebmvc().jar(tax).source(SOURCE);
    }
}
