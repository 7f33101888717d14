package dev.berth.leak.cleaner;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetersTests {

    @Test
    void cleanWhenBizAddedARegistryAndAGaugeRemovesThemAndKeepsOthers() {
        // Given
        SimpleMeterRegistry ofBase = new SimpleMeterRegistry();
        Metrics.addRegistry(ofBase);
        Metrics.counter("base.calls").increment();
        TinyBiz biz = TinyBiz.run(Measuring.class);
        assertThat(biz.isHeld()).isTrue();
        // When
        List<String> messages = biz.clean(new Meters());
        // Then
        assertThat(messages)
                .containsExactlyInAnyOrder(
                        "Meter registry " + Measuring.class.getName() + "$Registry in the global one was removed",
                        "Meter registry " + SimpleMeterRegistry.class.getName() + " in the global one was removed",
                        "Meter CompositeGauge of the global registry was removed");
        assertThat(biz.isCollected()).isTrue();
        assertThat(Metrics.globalRegistry.getRegistries()).containsExactly(ofBase);
        assertThat(ofBase.get("base.calls").counter().count()).isEqualTo(1);
        Metrics.removeRegistry(ofBase);
    }

    public static class Measuring implements Runnable {

        @Override
        public void run() {
            Metrics.addRegistry(new Registry());
            SimpleMeterRegistry closed = new SimpleMeterRegistry();
            Metrics.addRegistry(closed);
            closed.close();
            Gauge.builder("tiny.size", () -> 1).register(Metrics.globalRegistry);
        }

        static class Registry extends SimpleMeterRegistry {}
    }
}
