package dev.berth.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.alipay.sofa.ark.spi.service.PluginActivator;
import dev.berth.control.BaseView;
import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import dev.berth.testing.ArkPluginJar;
import dev.berth.testing.BizJar;
import dev.berth.testing.Eventually;
import dev.berth.testing.LibraryJar;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
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
    void startWhenTwoExportTheSameResourceIsRefusedWithBothNames() {
        // Given: one by its name and one by a pattern
        ArkPluginJar.of("com.example:first:1")
                .resource("greet/phrases.txt", "first")
                .attribute("export-resources", "greet/phrases.txt")
                .write(plugins());
        ArkPluginJar.of("com.example:second:1")
                .resource("greet/phrases.txt", "second")
                .attribute("export-resources", "greet/*")
                .write(plugins());
        // Then
        assertRefused(
                ErrorCode.PLUGIN_CLASH,
                "Plugin 'first' (first-1.jar) and Plugin 'second' (second-1.jar) export 'greet/phrases.txt'");
    }

    @Test
    void startWhenTwoExportOtherResourcesOfOneFolderOrWhatEachJarMayHaveIsNoClash() {
        // Given
        ArkPluginJar.of("com.example:first:1")
                .resource("greet/first.txt", "first")
                .resource("META-INF/services/java.lang.Runnable", "")
                .resource("META-INF/LICENSE.txt", "")
                .resource("META-INF/spring.factories", "")
                .attribute("export-resources", "greet/*,META-INF/*")
                .write(plugins());
        ArkPluginJar.of("com.example:second:1")
                .resource("greet/second.txt", "second")
                .resource("META-INF/services/java.lang.Runnable", "")
                .resource("META-INF/LICENSE.txt", "")
                .resource("META-INF/spring.factories", "")
                .attribute("export-resources", "greet/*,META-INF/*")
                .write(plugins());
        // When
        try (RunningBase base = RunningBase.start(home())) {
            // Then
            assertThat(base.control().base().plugins()).hasSize(2);
        }
    }

    @Test
    void startWhenAPluginExportsAPackageOfALibraryThatTheBaseExportsIsRefused() {
        // Given
        Path plugin = ArkPluginJar.of("com.example:first:1")
                .exports("tools.jackson.databind.util")
                .write(plugins());
        // Then
        assertRefused(
                List.of("--berth.export.libraries=tools.jackson.core:jackson-databind"),
                ErrorCode.PLUGIN_CLASH,
                "Plugin 'first' (first-1.jar) and the library 'tools.jackson.core:jackson-databind', which the base"
                        + " exports, export 'tools.jackson.databind.util'");
        assertThat(plugin).exists();
    }

    @Test
    void startWhenThePluginIsThatLibraryItselfOrTakesItFromTheBaseIsNoClash() {
        // Given
        ArkPluginJar.of("tools.jackson.core:jackson-databind:3.0.0")
                .exports("tools.jackson.databind.util")
                .write(plugins());
        ArkPluginJar.of("com.example:first:1")
                .exports("tools.jackson.core.util")
                .attribute("import-packages", "tools.jackson.core.util")
                .write(plugins());
        // When
        try (RunningBase base = RunningBase.start(
                home(),
                "--berth.export.libraries=tools.jackson.core:jackson-databind,tools.jackson.core:jackson-core")) {
            // Then
            assertThat(base.control().base().plugins()).hasSize(2);
        }
    }

    @Test
    void startWhenABizIsWantedStartsPluginsFirst() throws Exception {
        // Given
        acting("early", "900").write(plugins());
        Path biz = BizJar.named("late")
                .source("package com.example.late; public class Main { public static void main(String[] args) { "
                        + note("\"biz starts\"") + " } }")
                .slim(directory);
        try (RunningBase base = RunningBase.start(home())) {
            assertThat(base.install(biz).problem()).isEmpty();
        }
        System.clearProperty(DIARY);
        // When
        try (RunningBase again = RunningBase.start(home())) {
            boolean both = Eventually.holds(() -> System.getProperty(DIARY, "").contains("biz starts"));
            // Then
            assertThat(both).isTrue();
            assertThat(System.getProperty(DIARY)).isEqualTo("early starts in PluginClassLoader[early], biz starts, ");
            assertThat(again.control().biz()).hasSize(1);
        }
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

    @Test
    void pluginFindsTheResourcesThatItImportsOfAnother() throws Exception {
        // Given
        ArkPluginJar.of("com.example:giving:1")
                .resource("greet/shown.txt", "shown")
                .resource("greet/hidden.txt", "hidden")
                .attribute("export-resources", "greet/shown.txt")
                .write(plugins());
        activator(
                        "taking",
                        note("found(\"greet/shown.txt\") + found(\"greet/hidden.txt\")"),
                        "",
                        "static String found(String name) { try {"
                                + " java.util.List<java.net.URL> all = java.util.Collections.list("
                                + "Activator.class.getClassLoader().getResources(name));"
                                + " boolean one = Activator.class.getClassLoader().getResource(name) != null;"
                                + " return all.size() + (one ? \"+ \" : \"- \");"
                                + " } catch (java.io.IOException broken) { return broken.toString(); } }")
                .attribute("import-resources", "greet/*")
                .write(plugins());
        // When
        RunningBase.start(home()).close();
        // Then
        assertThat(System.getProperty(DIARY)).isEqualTo("1+ 0- , ");
    }

    private void assertRefused(ErrorCode code, String... words) {
        assertRefused(List.of(), code, words);
    }

    private void assertRefused(List<String> arguments, ErrorCode code, String... words) {
        assertThatThrownBy(() -> RunningBase.start(home(), arguments.toArray(String[]::new))
                        .close())
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
