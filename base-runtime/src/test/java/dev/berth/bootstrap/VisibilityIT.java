package dev.berth.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.testing.BizJar;
import dev.berth.testing.LibraryJar;
import java.net.URL;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.util.ClassUtils;

/** What a biz sees of the base: the libraries it declares, biz-api and what the base exports; nothing else. */
class VisibilityIT {

    private static final String SOURCE =
            """
            package com.example.viewer;
            import org.slf4j.*;
            import org.springframework.boot.*;
            import org.springframework.boot.autoconfigure.SpringBootApplication;
            import org.springframework.context.ApplicationContext;
            @SpringBootApplication
            public class Viewer {
                public static void main(String[] args) {
                    ApplicationContext context = SpringApplication.run(Viewer.class, args);
                    LoggerFactory.getLogger("viewer").info("cache set up: {}",
                            context.containsBean("cacheAutoConfigurationValidator"));
                }
            }
            """;

    private static final String WITH_LIBRARY =
            """
            package com.example.viewer;
            import org.slf4j.*;
            public class Viewer {
                public static void main(String[] args) {
                    LoggerFactory.getLogger("viewer").info("{} by {} in {}", com.example.words.Words.say(),
                            dev.berth.api.BizIdentity.current().map(Record::toString).orElse("nobody"),
                            Words.class.getPackageName());
                }
                static class Words {}
            }
            """;

    private static final String HIKARI = "com.zaxxer.hikari.HikariDataSource";
    private static final String JMS_HEALTH = "org.springframework.boot.jms.health.JmsHealthIndicator";
    private static final String PERSISTENCE = "META-INF/services/jakarta.persistence.spi.PersistenceProvider";
    private static final String VALIDATION = "META-INF/services/jakarta.validation.spi.ValidationProvider";
    private static final String THYMELEAF =
            "org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration";
    private static final String CACHE = "org.springframework.boot.cache.autoconfigure.CacheAutoConfiguration";

    @TempDir
    private static Path directory;

    private static RunningBase base;

    @BeforeAll
    static void start() {
        base = RunningBase.start(
                directory.resolve("home"),
                "--berth.export.packages=dev.berth.testing",
                "--berth.export.libraries=org.springframework.boot:spring-boot-cache,"
                        + "org.hibernate.validator:hibernate-validator");
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
    void lookWhenLibraryIsNotDeclaredFindsNothingOfIt() throws Exception {
        // Given
        ClassLoader biz = install(viewer());
        ClassLoader ofBase = getClass().getClassLoader();
        // Then
        assertThat(ofBase.loadClass(HIKARI)).isNotNull();
        assertThatThrownBy(() -> biz.loadClass(HIKARI))
                .isInstanceOf(ClassNotFoundException.class)
                .hasMessageContaining("must be declared");
        assertThat(ofBase.getResource(pathOf(HIKARI))).isNotNull();
        assertThat(biz.getResource(pathOf(HIKARI))).isNull();
        assertThat(biz.getResource("META-INF/maven/com.zaxxer/HikariCP/pom.properties"))
                .isNull();
        assertThat(resources(ofBase, PERSISTENCE)).isNotEmpty();
        assertThat(resources(biz, PERSISTENCE)).isEmpty();
        assertThat(autoConfigurations(ofBase)).contains(THYMELEAF);
        assertThat(autoConfigurations(biz)).isNotEmpty().doesNotContain(THYMELEAF);
    }

    @Test
    void lookWhenLibraryIsDeclaredFindsAllOfIt() throws Exception {
        // Given
        ClassLoader biz = install(viewer().library("HikariCP")
                .library("hibernate-core")
                .library("jakarta.persistence-api")
                .starter("spring-boot-starter-thymeleaf"));
        // Then
        assertThat(biz.loadClass(HIKARI)).isSameAs(getClass().getClassLoader().loadClass(HIKARI));
        assertThat(biz.getResource(pathOf(HIKARI))).isNotNull();
        assertThat(resources(biz, PERSISTENCE)).hasSize(1);
        assertThat(autoConfigurations(biz)).contains(THYMELEAF);
    }

    @Test
    void lookWhenSuperclassIsNotDeclaredCanNotLinkTheSharedClass() throws Exception {
        // Given
        ClassLoader biz = install(viewer().starter("spring-boot-starter-jms"));
        ClassLoader ofBase = getClass().getClassLoader();
        // Then
        assertThat(ofBase.loadClass(JMS_HEALTH)).isNotNull();
        assertThatThrownBy(() -> biz.loadClass(JMS_HEALTH))
                .isInstanceOf(NoClassDefFoundError.class)
                .hasMessage("org/springframework/boot/health/contributor/AbstractHealthIndicator")
                .cause()
                .hasMessageContaining("must be declared");
        assertThat(ClassUtils.isPresent(JMS_HEALTH, biz)).isFalse();
        assertThat(biz.getResource(pathOf(JMS_HEALTH))).isNotNull();
    }

    @Test
    void lookWhenSuperclassIsDeclaredFindsTheSharedClass() throws Exception {
        // Given
        ClassLoader biz = install(viewer().starter("spring-boot-starter-jms").library("spring-boot-health"));
        // Then
        assertThat(biz.loadClass(JMS_HEALTH))
                .isSameAs(getClass().getClassLoader().loadClass(JMS_HEALTH));
    }

    @Test
    void lookWhenBaseExportsFindsItUndeclared() throws Exception {
        // Given
        ClassLoader biz = install(viewer());
        ClassLoader ofBase = getClass().getClassLoader();
        // Then
        assertThat(biz.loadClass(BizJar.class.getName())).isSameAs(BizJar.class);
        assertThat(biz.getResource(pathOf(BizJar.class.getName()))).isNotNull();
        assertThatThrownBy(() -> biz.loadClass(VisibilityIT.class.getName()))
                .isInstanceOf(ClassNotFoundException.class);
        assertThat(biz.loadClass("org.hibernate.validator.HibernateValidator"))
                .isSameAs(ofBase.loadClass("org.hibernate.validator.HibernateValidator"));
        assertThat(resources(biz, VALIDATION))
                .isEqualTo(resources(ofBase, VALIDATION))
                .hasSize(1);
        assertThat(autoConfigurations(biz)).contains(CACHE);
    }

    @Test
    void startWhenTwoBizBringTwoVersionsGivesEachItsOwn() {
        // When
        install(withWords("1.0.0", "one"));
        install(withWords("2.0.0", "two"));
        // Then
        assertThat(base.log("viewer-1.0.0")).contains("one by BizIdentity[name=viewer-1.0.0, version=1.0.0");
        assertThat(base.log("viewer-2.0.0")).contains("two by BizIdentity[name=viewer-2.0.0, version=1.0.0");
    }

    @Test
    void startWhenBizNeitherDeclaresNorUsesBizApiSeesIt() throws Exception {
        ClassLoader biz = install(viewer());
        assertThat(biz.loadClass("dev.berth.api.BizIdentity")).isSameAs(dev.berth.api.BizIdentity.class);
        assertThatThrownBy(() -> biz.loadClass("dev.berth.control.HostControl"))
                .isInstanceOf(ClassNotFoundException.class);
        assertThatThrownBy(() -> biz.loadClass("com.alipay.sofa.ark.api.ArkClient"))
                .isInstanceOf(ClassNotFoundException.class);
    }

    private static ClassLoader install(BizJar biz) {
        var operation = base.install(biz.stock(directory));
        assertThat(operation.problem()).isEmpty();
        return base.loader(operation.name().orElseThrow().value());
    }

    private static BizJar viewer() {
        return BizJar.named("viewer").starter("spring-boot-starter").source(SOURCE);
    }

    private static BizJar withWords(String version, String word) {
        Path words = LibraryJar.of("com.example:words:" + version)
                .source("package com.example.words; public class Words { public static String say() { return \"" + word
                        + "\"; } }")
                .write(directory);
        return BizJar.named("viewer-" + version)
                .starter("spring-boot-starter")
                .bizApi()
                .jar(words)
                .source(WITH_LIBRARY);
    }

    private static List<URL> resources(ClassLoader loader, String name) throws Exception {
        return Collections.list(loader.getResources(name));
    }

    private static List<String> autoConfigurations(ClassLoader loader) {
        return ImportCandidates.load(AutoConfiguration.class, loader).getCandidates();
    }

    private static String pathOf(String className) {
        return className.replace('.', '/') + ".class";
    }
}
