package dev.berth.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.lifecycle.Revision;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.DefaultLifecycleProcessor;
import org.springframework.core.env.MapPropertySource;

/** The lifecycle processor of a biz stays its own. */
class LifecycleProcessorIT {

    @Test
    void closeKeepsToTheTimeLimitOfTheBiz() {
        try (SpringRevisions revisions = new SpringRevisions(Stubborn.class)
                .adjusting(context -> context.getEnvironment()
                        .getPropertySources()
                        .addLast(new MapPropertySource(
                                "settings", Map.of("spring.lifecycle.timeout-per-shutdown-phase", "300ms"))))) {
            // Given
            Revision revision = revisions.start("1");
            revisions.swap(revision);
            Stubborn.Never bean = revisions.context(revision).getBean(Stubborn.Never.class);
            boolean ran = bean.isRunning();
            long begin = System.nanoTime();
            // When
            revisions.stop(revision);
            // Then
            assertThat(ran).isTrue();
            assertThat(Duration.ofNanos(System.nanoTime() - begin))
                    .isBetween(Duration.ofMillis(290), Duration.ofSeconds(5));
        }
    }

    @Test
    void startWhenTheContextHasNoProcessorHoldsTriggersToo() {
        try (SpringRevisions revisions = new SpringRevisions(Plain.class).adjusting(context -> context.getEnvironment()
                .getPropertySources()
                .addLast(new MapPropertySource("settings", Map.of("berth.triggers", "feed"))))) {
            // When
            Revision revision = revisions.start("1");
            // Then
            assertThat(revisions
                            .context(revision)
                            .getBean("feed", SmartLifecycle.class)
                            .isRunning())
                    .isFalse();
            assertThat(revisions.context(revision).getBean("lifecycleProcessor"))
                    .isExactlyInstanceOf(DefaultLifecycleProcessor.class);
        }
    }

    @ImportAutoConfiguration(LifecycleAutoConfiguration.class)
    static class Stubborn {

        @Bean
        Never never() {
            return new Never();
        }

        /** Never says that it has stopped. */
        static final class Never implements SmartLifecycle {

            private boolean running;

            @Override
            public void start() {
                running = true;
            }

            @Override
            public void stop() {
                running = false;
            }

            @Override
            public void stop(Runnable callback) {
                // Never called back
            }

            @Override
            public boolean isRunning() {
                return running;
            }
        }
    }

    static class Plain {

        @Bean
        SmartLifecycle feed() {
            return new Stubborn.Never();
        }
    }
}
