package dev.berth.leak.cleaner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.StandardEnvironment;

class SpringShutdownHooksTests {

    @Test
    void cleanWhenBizOpenedAContextOnItsOwnClosesIt() {
        // Given
        // Whoever binds settings first is remembered, and that is the base
        Binder.get(new StandardEnvironment()).bind("none", String.class);
        TinyBiz biz = TinyBiz.run(Opening.class);
        assertThat(biz.isHeld()).isTrue();
        // When
        List<Finding> findings = StandardCleaners.cleaning(List.of(), List.of()).run(biz.closed());
        // Then
        assertThat(findings).extracting(Finding::message).contains("Spring context 'tiny' was closed");
        assertThat(new SpringShutdownHooks().find(biz.closed())).isEmpty();
    }

    @Test
    void cleanWhenBizAddedAHandlerRunsAndRemovesIt() {
        // Given
        Base.slot = null;
        TinyBiz biz = TinyBiz.run(Handling.class);
        assertThat(biz.isHeld()).isTrue();
        // When
        List<String> messages = biz.clean(new SpringShutdownHooks());
        // Then
        assertThat(messages)
                .singleElement()
                .asString()
                .startsWith("Spring shutdown handler " + Handling.class.getName())
                .endsWith("was run and removed");
        assertThat(Base.slot).isEqualTo("farewell");
        assertThat(biz.isCollected()).isTrue();
    }

    public static class Opening implements Runnable {

        @Override
        public void run() {
            SpringApplication application = new SpringApplication(Configuration.class);
            application.setWebApplicationType(WebApplicationType.NONE);
            application.setListeners(List.of());
            application.run("--spring.main.banner-mode=off", "--spring.application.name=tiny");
        }

        @org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
        static class Configuration {}
    }

    public static class Handling implements Runnable {

        @Override
        public void run() {
            SpringApplication.getShutdownHandlers().add(() -> Base.slot = "farewell");
        }
    }
}
