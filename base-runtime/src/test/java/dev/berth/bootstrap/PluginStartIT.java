package dev.berth.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.alipay.sofa.ark.spi.service.PluginActivator;
import dev.berth.control.BaseView;
import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import dev.berth.testing.ArkPluginJar;
import dev.berth.testing.LibraryJar;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The start of a base with plugins: their order, their activators, and what refuses it. */
class PluginStartIT {

    /** What activators write; a plugin shares nothing else with a test. */
    private static final String DIARY = "berth-test.plugin-diary";

    @TempDir
    private Path directory;

    @AfterEach
    void clear() {
        System.clearProperty(DIARY);
    }

    @Test
    void startAndStopRunActivatorsInTheOrderOfPriorityAndName() throws Exception {
        // Given
        acting("beta", "200").write(plugins());
        acting("zeta", "10").write(plugins());
        acting("alpha", "200").write(plugins());
        ArkPluginJar.of("com.example:silent:1").write(plugins());
        // When
        try (RunningBase base = RunningBase.start(home())) {
            // Then
            assertThat(base.control().base().plugins())
                    .extracting(BaseView.Plugin::name)
                    .containsExactly("zeta", "silent", "alpha", "beta");
            assertThat(System.getProperty(DIARY))
                    .isEqualTo("zeta starts in PluginClassLoader[zeta], alpha starts in PluginClassLoader[alpha],"
                            + " beta starts in PluginClassLoader[beta], ");
            System.clearProperty(DIARY);
        }
        assertThat(System.getProperty(DIARY)).isEqualTo("beta stops, alpha stops, zeta stops, ");
    }

    @Test
    void startWhenAnActivatorFailsIsRefusedAndStopsTheOthers() throws Exception {
        // Given
        acting("first", "1").write(plugins());
        activator("second", "throw new IllegalStateException(\"no licence\");", "")
                .attribute("priority", "2")
                .write(plugins());
        // When
        assertRefused(ErrorCode.PLUGIN_START_FAILED, "'second'", "no licence");
        // Then
        assertThat(System.getProperty(DIARY)).isEqualTo("first starts in PluginClassLoader[first], first stops, ");
    }

    @Test
    void startWhenAnActivatorIsMissingIsRefused() {
        // Given
        ArkPluginJar.of("com.example:first:1")
                .attribute("activator", "com.example.Missing")
                .write(plugins());
        // Then
        assertRefused(ErrorCode.PLUGIN_START_FAILED, "'first'", "com.example.Missing");
    }

    @Test
    void startWhenTwoExportTheSamePackageIsRefusedWithBothNames() {
        // Given
        ArkPluginJar.of("com.example:first:1").exports("com.example.both.*").write(plugins());
        ArkPluginJar.of("com.example:second:1").exports("com.example.both.api").write(plugins());
        // Then
        assertRefused(
                ErrorCode.PLUGIN_CLASH,
                "Plugin 'first' (first-1.jar)",
                "Plugin 'second' (second-1.jar)",
                "'com.example.both.api'");
    }

    @Test
    void startWhenOneExportsTheClassAndOneThePackageIsRefused() {
        // Given
        ArkPluginJar.of("com.example:first:1")
                .attribute("export-classes", "com.example.both.Api")
                .write(plugins());
        ArkPluginJar.of("com.example:second:1").exports("com.example.both").write(plugins());
        // Then
        assertRefused(ErrorCode.PLUGIN_CLASH, "'first'", "'second'", "'com.example.both.Api'");
    }

    @Test
    void startWhenTwoHaveTheSameNameIsRefusedWithBothFiles() {
        // Given
        ArkPluginJar.of("com.example:one:1").write(plugins());
        ArkPluginJar.of("com.example:one:2").write(plugins());
        // Then
        assertRefused(ErrorCode.PLUGIN_CLASH, "'one-1.jar'", "'one-2.jar'", "'one'");
    }

    @Test
    void startWhenAPluginExportsWhatTheBaseExportsIsRefused() {
        // Given
        ArkPluginJar.of("com.example:first:1").exports("dev.berth.api").write(plugins());
        // Then
        assertRefused(ErrorCode.PLUGIN_CLASH, "'first'", "the base itself", "'dev.berth.api'");
    }

    @Test
    void startWhenAPluginIsBrokenIsRefusedWithItsName() throws IOException {
        // Given
        Path whole = ArkPluginJar.of("com.example:half:1").write(plugins());
        byte[] bytes = Files.readAllBytes(whole);
        Files.write(whole, Arrays.copyOf(bytes, bytes.length / 2));
        // Then
        assertRefused(ErrorCode.PLUGIN_INVALID, "'half-1.jar'", "no readable jar");
    }

    @Test
    void startWhenALibraryOfAPluginIsBrokenIsRefused() throws IOException {
        // Given
        Path broken = Files.writeString(directory.resolve("broken.jar"), "no jar");
        ArkPluginJar.of("com.example:outer:1").library(broken).write(plugins());
        // Then
        assertRefused(ErrorCode.PLUGIN_INVALID, "'outer-1.jar'", "a library");
    }

    @Test
    void startWhenAJarIsNoPluginIsRefused() throws IOException {
        // Given
        Path plain = LibraryJar.of("com.example:plain:1").write(plugins());
        // Then
        assertRefused(ErrorCode.PLUGIN_INVALID, "'" + plain.getFileName() + "'", "no mark");
    }

    @Test
    void startWhenManifestHasNoNameOrNoPriorityIsRefused() throws IOException {
        // Given
        Path nameless =
                ArkPluginJar.of("com.example:nameless:1").without("pluginName").write(plugins());
        // Then
        assertRefused(ErrorCode.PLUGIN_INVALID, "'nameless-1.jar'", "pluginName");
        // Given
        Files.delete(nameless);
        ArkPluginJar.of("com.example:odd:1").attribute("priority", "first").write(plugins());
        // Then
        assertRefused(ErrorCode.PLUGIN_INVALID, "'odd-1.jar'", "'first'");
    }

    @Test
    void pluginSeesWhatItImportsOfAnotherAndOfTheBaseAndNothingElse() throws Exception {
        // Given
        Path shared = ArkPluginJar.of("com.example:giving:1")
                .source(
                        "package com.example.give; public class Gift { public static String of() { return \"gift\"; } }")
                .source("package com.example.keep; public class Own {}")
                .exports("com.example.give")
                .attribute("priority", "500")
                .write(plugins());
        activator(
                        "taking",
                        note(
                                "com.example.give.Gift.of() + sees(\"com.example.keep.Own\") + sees(\"org.springframework.util.ClassUtils\")"
                                        + " + sees(\"org.springframework.boot.SpringApplication\")"),
                        "",
                        "static boolean sees(String name) { try { Class.forName(name); return true; }"
                                + " catch (ClassNotFoundException none) { return false; } }")
                .compiledAgainst(shared)
                .attribute("import-packages", "com.example.give,com.example.keep,org.springframework.util")
                .write(plugins());
        // When
        RunningBase.start(home()).close();
        // Then
        assertThat(System.getProperty(DIARY)).isEqualTo("giftfalsetruefalse, ");
    }

    private void assertRefused(ErrorCode code, String... words) {
        assertThatThrownBy(() -> RunningBase.start(home()).close())
                .isInstanceOfSatisfying(BerthException.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(code);
                    assertThat(refusal.getMessage()).contains(words).doesNotContain(directory.toString());
                    assertThat(refusal.remedy()).isNotBlank();
                });
    }

    private static ArkPluginJar acting(String name, String priority) throws Exception {
        return activator(
                        name,
                        note("\"" + name + " starts in \" + Thread.currentThread().getContextClassLoader()"),
                        note("\"" + name + " stops\""))
                .attribute("priority", priority);
    }

    private static ArkPluginJar activator(String name, String start, String stop, String... members)
            throws URISyntaxException {
        return ArkPluginJar.of("com.example:" + name + ":1")
                .compiledAgainst(Path.of(PluginActivator.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI()))
                .attribute("activator", "com.example." + name + ".Activator")
                .source(
                        """
                        package com.example.%s;
                        import com.alipay.sofa.ark.spi.model.PluginContext;
                        import com.alipay.sofa.ark.spi.service.PluginActivator;
                        public class Activator implements PluginActivator {
                            public void start(PluginContext context) { %s }
                            public void stop(PluginContext context) { %s }
                            %s
                        }
                        """
                                .formatted(name, start, stop, String.join("\n", members)));
    }

    private static String note(String expression) {
        return "System.setProperty(\"%s\", System.getProperty(\"%s\", \"\") + %s + \", \");"
                .formatted(DIARY, DIARY, expression);
    }

    private Path home() {
        return directory.resolve("home");
    }

    private Path plugins() {
        return home().resolve("plugins");
    }
}
