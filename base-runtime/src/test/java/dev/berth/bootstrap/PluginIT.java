package dev.berth.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.biz.BizName;
import dev.berth.control.BaseView;
import dev.berth.control.LinkageView;
import dev.berth.control.Operation;
import dev.berth.error.ErrorCode;
import dev.berth.testing.ArkPluginJar;
import dev.berth.testing.BizJar;
import dev.berth.testing.LibraryJar;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Biz that use a plugin of the base: what they see of it, and what stays the plugin's own. */
class PluginIT {

    private static final String GREETER = "com.example.greet.Greeter";
    private static final String INSIDE = "com.example.greet.inside.Phrases";
    private static final String WORDS = "com.example.words.Words";
    private static final String SHOWN = "greet/phrases.txt";
    private static final String HIDDEN = "greet/secret.txt";
    private static final String LIBRARY = "com.example:greeter";
    private static final String BOOT =
            "org.springframework.boot:spring-boot:" + org.springframework.boot.SpringBootVersion.getVersion()
                    + ",org.slf4j:slf4j-api:2.0.0";
    private static final String WIDE = "com.example:wide";
    private static final String IMPORT = "Berth-Import-Packages";

    @TempDir
    private static Path directory;

    private static RunningBase base;
    private static Path api;

    @BeforeAll
    static void start() {
        api = greeterApi("1.2.0");
        ArkPluginJar.of(LIBRARY + ":1.2.0")
                .source(greeterSource("Phrases.polite(com.example.words.Words.say() + \" \" + name)"))
                .source("package com.example.greet.inside; public class Phrases {"
                        + " public static String polite(String text) { return text + \", please\"; } }")
                .resource(SHOWN, "shown")
                .resource(HIDDEN, "hidden")
                .library(words("1.0.0"))
                .exports("com.example.greet")
                .attribute("export-resources", SHOWN)
                .write(directory.resolve("home/plugins"));
        ArkPluginJar.of(WIDE + ":1.0.0")
                .source("package org.springframework.boot.wide; public class Wide {}")
                .exports("org.springframework.boot.*")
                .write(directory.resolve("home/plugins"));
        base = RunningBase.start(directory.resolve("home"));
    }

    @AfterAll
    static void stop() {
        base.close();
    }

    @AfterEach
    void uninstallAll() {
        base.uninstallAll();
    }

    @Test
    void baseListsPluginWithWhatItExports() {
        assertThat(base.control().base().plugins())
                .contains(new BaseView.Plugin(
                        "greeter", LIBRARY, "1.2.0", 100, "home", List.of("com.example.greet"), Optional.empty()));
    }

    @Test
    void installWhenTwoBizNestThePluginsLibraryGivesBothThePluginsCopy() throws Exception {
        // When
        ClassLoader first = install(user("first").jar(api).stock(directory));
        ClassLoader second = install(user("second").jar(api).stock(directory));
        // Then
        assertThat(first.loadClass(GREETER)).isSameAs(second.loadClass(GREETER));
        assertThat(first.loadClass(GREETER).getClassLoader())
                .isNotIn(first, second, getClass().getClassLoader());
        assertThat(base.log("first")).contains("1.0.0 you, please");
    }

    @Test
    void linkageTellsWhatComesFromAPlugin() {
        // Given
        install(user("first").jar(api).stock(directory));
        // When
        LinkageView linkage = base.control().linkage(new BizName("first"));
        // Then
        assertThat(linkage.libraries())
                .filteredOn(entry -> entry.library().equals(LIBRARY))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.plugin()).contains("greeter");
                    assertThat(entry.decision()).isEqualTo("share");
                });
        assertThat(linkage.libraries())
                .filteredOn(entry -> !entry.library().equals(LIBRARY))
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.plugin()).isEmpty());
    }

    @Test
    void lookWhenPluginIsDeclaredFindsWhatItExportsAndNothingElse() throws Exception {
        // When
        ClassLoader biz = install(user("first").jar(api).stock(directory));
        // Then
        assertThatThrownBy(() -> biz.loadClass(INSIDE)).isInstanceOf(ClassNotFoundException.class);
        assertThatThrownBy(() -> biz.loadClass(WORDS)).isInstanceOf(ClassNotFoundException.class);
        assertThat(biz.getResource(SHOWN)).isNotNull();
        assertThat(Collections.list(biz.getResources(SHOWN))).hasSize(1);
        assertThat(biz.getResource(HIDDEN)).isNull();
        assertThat(biz.getResource(pathOf(GREETER))).isNotNull();
        assertThat(biz.getResource(pathOf(INSIDE))).isNull();
        assertThat(biz.getResource(pathOf(WORDS))).isNull();
    }

    @Test
    void lookWhenPluginIsNotDeclaredFindsNothingOfIt() {
        // When
        ClassLoader biz = install(BizJar.named("stranger")
                .starter("spring-boot-starter")
                .source(nothing())
                .stock(directory));
        // Then
        assertThatThrownBy(() -> biz.loadClass(GREETER)).isInstanceOf(ClassNotFoundException.class);
        assertThat(biz.getResource(SHOWN)).isNull();
        assertThat(biz.getResource(pathOf(GREETER))).isNull();
    }

    @Test
    void startWhenBizBringsAnotherVersionOfThePluginsDependencyDisturbsNeither() throws Exception {
        // When
        ClassLoader biz = install(BizJar.named("own")
                .starter("spring-boot-starter")
                .jar(api)
                .jar(words("3.0.0"))
                .source(user("new com.example.greet.Greeter().greet(com.example.words.Words.say())", "own"))
                .stock(directory));
        // Then
        assertThat(base.log("own")).contains("1.0.0 3.0.0, please");
        assertThat(biz.loadClass(WORDS).getClassLoader()).isSameAs(biz);
    }

    @Test
    void startWhenSlimBizOnlyNamesThePluginSeesIt() {
        // When
        install(user("slim")
                .compiledAgainst(api)
                .attribute("Berth-Libraries", "org.slf4j:slf4j-api:2.0.0," + LIBRARY + ":1.1.0")
                .slim(directory));
        // Then
        assertThat(base.log("slim")).contains("1.0.0 you, please");
    }

    @Test
    void installWhenSlimBizNamesANewerPluginIsRefused() {
        // When
        Operation refused = base.install(user("newer")
                .compiledAgainst(api)
                .attribute("Berth-Libraries", LIBRARY + ":1.3.0")
                .slim(directory));
        // Then
        assertThat(refused.problem()).hasValueSatisfying(problem -> {
            assertThat(problem.code()).isEqualTo(ErrorCode.LINKAGE_REFUSED);
            assertThat(problem.message()).contains("greeter", "1.3.0", "1.2.0");
        });
    }

    @Test
    void startWhenBizNestsAnotherMajorVersionBringsItsOwn() {
        // When
        install(user("other").jar(greeterApi("2.0.0")).stock(directory));
        // Then
        assertThat(base.log("other")).contains("api 2.0.0 you");
    }

    @Test
    void startWhenManifestImportsThePackageTakesItFromThePluginRatherThanItsOwn() {
        // When
        install(user("importer")
                .compiledAgainst(api)
                .attribute(IMPORT, "com.example.greet")
                .stock(directory));
        install(user("both")
                .jar(greeterApi("2.0.0"))
                .attribute(IMPORT, "com.example.*")
                .stock(directory));
        // Then
        assertThat(base.log("importer")).contains("1.0.0 you, please");
        assertThat(base.log("both")).contains("1.0.0 you, please");
    }

    @Test
    void startWhenBizHasClassesOfAnImportedPackageThatThePluginLacksTakesItsOwn() throws Exception {
        // When
        ClassLoader named =
                install(splitting("named").attribute(IMPORT, "com.example.*").stock(directory));
        ClassLoader ark = install(splitting("ark").ark(directory));
        // Then
        assertThat(base.log("named")).contains("1.0.0 mine, please");
        assertThat(base.log("ark")).contains("1.0.0 mine, please");
        assertThat(named.loadClass("com.example.greet.Mine").getClassLoader()).isSameAs(named);
        assertThat(ark.loadClass("com.example.greet.Mine").getClassLoader()).isSameAs(ark);
    }

    @Test
    void startWhenADeclaredPluginExportsPackagesOfALibraryOfTheBaseStillSharesThatLibrary() throws Exception {
        // When
        ClassLoader biz = install(BizJar.named("spring")
                .starter("spring-boot-starter")
                .source(user("org.springframework.boot.SpringBootVersion.getVersion()", "spring"))
                .attribute("Berth-Libraries", WIDE + ":1.0.0," + BOOT)
                .slim(directory));
        // Then
        assertThat(biz.loadClass("org.springframework.boot.wide.Wide").getClassLoader())
                .hasToString("PluginClassLoader[wide]");
        assertThat(biz.loadClass("org.springframework.boot.SpringBootVersion"))
                .isSameAs(org.springframework.boot.SpringBootVersion.class);
    }

    @Test
    void installWhenNoPluginExportsTheImportedPackageIsRefused() {
        // When
        Operation refused = base.install(user("wrong")
                .compiledAgainst(api)
                .attribute(IMPORT, "com.example.words")
                .stock(directory));
        // Then
        assertThat(refused.problem()).hasValueSatisfying(problem -> {
            assertThat(problem.code()).isEqualTo(ErrorCode.LINKAGE_REFUSED);
            assertThat(problem.message()).contains("com.example.words", "no plugin");
        });
    }

    @Test
    void startWhenJarIsOfSofaArksFormatImportsAllButWhatItDenies() {
        // When
        ClassLoader all = install(user("ark").compiledAgainst(api).ark(directory));
        ClassLoader denying = install(BizJar.named("denying")
                .starter("spring-boot-starter")
                .source(nothing())
                .attribute("deny-import-packages", "com.example.greet")
                .ark(directory));
        // Then
        assertThat(base.log("ark")).contains("1.0.0 you, please");
        assertThat(all.getResource(SHOWN)).isNotNull();
        assertThatThrownBy(() -> denying.loadClass(GREETER)).isInstanceOf(ClassNotFoundException.class);
    }

    private static ClassLoader install(Path jar) {
        Operation operation = base.install(jar);
        assertThat(operation.problem()).isEmpty();
        return base.loader(operation.name().orElseThrow().value());
    }

    /** A biz with a class of its own in the package that the plugin exports. */
    private static BizJar splitting(String name) {
        return BizJar.named(name)
                .starter("spring-boot-starter")
                .compiledAgainst(api)
                .source("package com.example.greet; public class Mine { public static String name() { return \"mine\"; } }")
                .source(user("new com.example.greet.Greeter().greet(com.example.greet.Mine.name())", name));
    }

    private static BizJar user(String name) {
        return BizJar.named(name)
                .starter("spring-boot-starter")
                .source(user("new com.example.greet.Greeter().greet(\"you\")", name));
    }

    private static String user(String call, String name) {
        return "package com.example.user; public class User { public static void main(String[] args) {"
                + " org.slf4j.LoggerFactory.getLogger(\"" + name + "\").info(" + call + "); } }";
    }

    private static String nothing() {
        return user("\"nothing\"", "nothing");
    }

    private static Path greeterApi(String version) {
        return LibraryJar.of(LIBRARY + ":" + version)
                .source(greeterSource("\"api " + version + " \" + name"))
                .write(directory.resolve(version));
    }

    private static String greeterSource(String expression) {
        String phrases = expression.contains("Phrases") ? "import com.example.greet.inside.Phrases; " : "";
        return "package com.example.greet; " + phrases
                + "public class Greeter { public String greet(String name) { return " + expression + "; } }";
    }

    private static Path words(String version) {
        return LibraryJar.of("com.example:words:" + version)
                .source("package com.example.words; public class Words { public static String say() { return \""
                        + version + "\"; } }")
                .write(directory.resolve("libraries"));
    }

    private static String pathOf(String className) {
        return className.replace('.', '/') + ".class";
    }
}
