package dev.berth.beans;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.bootstrap.RunningBase;
import dev.berth.control.BaseView.ExportedBean;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Which beans a base exports, and what it says of those that it can't. */
class ExportIT {

    @TempDir
    private static Path directory;

    private static RunningBase base;
    private static Map<String, ExportedBean> exports;

    @BeforeAll
    static void start() {
        base = RunningBase.start(
                ExportingBase.class,
                directory.resolve("home"),
                "--berth.export.beans=byName,java.lang.Thread$State,pattern*,nobody");
        exports = base.control().base().exportedBeans().stream()
                .collect(Collectors.toMap(ExportedBean::name, Function.identity()));
    }

    @AfterAll
    static void stop() {
        base.close();
    }

    @Test
    void exportWhenTypeOrMethodIsAnnotatedIsListed() {
        assertThat(exports.get("words").type()).contains("dev.berth.beans.contract.Repo<java.lang.String>");
        assertThat(exports.get("listPrices").aliases()).containsExactly("usualPrices");
        assertThat(exports.get("words").refusal()).isEmpty();
        assertThat(exports).containsKey(ExportingBase.Clerk.class.getName());
    }

    @Test
    void exportWhenSettingsNameABeanATypeOrAPatternIsListed() {
        assertThat(exports).containsKeys("byName", "byType", "patternOne").doesNotContainKey("notToBeSeen");
        assertThat(exports.get("byName").refusal()).isEmpty();
    }

    /** Boot's executor is one, and so is that of the application. */
    @Test
    void exportWhenAPatternFitsLeavesOutWhatAutoConfigurationsDefineUnlessItIsNamed() {
        // Given
        try (RunningBase wide = RunningBase.start(
                        AutoConfigured.class, directory.resolve("wide"), "--berth.export.beans=*Executor");
                RunningBase named = RunningBase.start(
                        AutoConfigured.class,
                        directory.resolve("named"),
                        "--berth.export.beans=applicationTaskExecutor")) {
            // Then
            assertThat(wide.context().containsBean("applicationTaskExecutor")).isTrue();
            assertThat(wide.control().base().exportedBeans())
                    .extracting(ExportedBean::name)
                    .containsExactly("ownExecutor");
            assertThat(named.control().base().exportedBeans())
                    .extracting(ExportedBean::name)
                    .containsExactly("applicationTaskExecutor");
        }
    }

    /** A base with Boot's executor and one of its own. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    @ImportAutoConfiguration({TomcatServletWebServerAutoConfiguration.class, TaskExecutionAutoConfiguration.class})
    static class AutoConfigured {

        @Bean(defaultCandidate = false)
        Executor ownExecutor() {
            return Runnable::run;
        }
    }

    @Test
    void exportWhenSettingsFitNoBeanSaysSo() {
        assertThat(exports.get("nobody").refusal())
                .contains("No bean of the base has that name or type (berth.export.beans)");
    }

    @Test
    void exportWhenBeanIsLazyMakesIt() {
        assertThat(exports.get("late").refusal()).isEmpty();
        assertThat(base.context().getBeanFactory().containsSingleton("late")).isTrue();
    }

    @Test
    void exportWhenBeanIsMadeByAFactoryBeanExportsWhatThatMakes() {
        assertThat(exports.get("made").type()).contains("dev.berth.beans.contract.Repo<java.lang.Long>");
    }

    @Test
    void exportWhenBeanIsNoSingletonIsRefused() {
        assertThat(exports.get("fresh").refusal()).contains("It is no singleton but of scope 'prototype'");
        assertThat(exports.get("ofRequest").refusal()).contains("It is no singleton but of scope 'request'");
    }

    @Test
    void exportWhenLazyBeanFailsIsRefusedAndTheBaseServes() {
        assertThat(exports.get("broken").refusal())
                .contains("It can't be made (BeanCreationException), as the log of the base says");
        assertThat(base.get("/").statusCode()).isEqualTo(404);
    }

    @Test
    void installWhenBaseExportsNothingLeavesTheFactoriesAsTheyAre() {
        // Given
        RunningBase without = RunningBase.shared();
        // When
        assertThat(without.install(BizContext.named("alone").stock(directory)).problem())
                .isEmpty();
        // Then
        assertThat(BizContext.of(without, "alone").getBeanFactory().getParentBeanFactory())
                .isNull();
        assertThat(BizContext.imports(without, "alone")).isEmpty();
        assertThat(without.control().base().exportedBeans()).isEmpty();
        without.uninstall("alone");
    }
}
