package dev.berth.leak.cleaner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** Reactor's schedulers are the base's when the library is shared; its threads and queues are found like any others. */
class ReactorSchedulersTests {

    @AfterEach
    void startAnew() {
        Schedulers.shutdownNow();
    }

    @Test
    void cleanWhenBizForgetsAFluxOnSharedSchedulersFreesThem() {
        // Given
        TinyBiz biz = TinyBiz.run(Ticking.class);
        assertThat(biz.isHeld()).isTrue();
        // When
        biz.clean(new QueuedTasks(), new Threads(), new InheritedRights(), new ThreadPools(), new ContextLoaders());
        // Then
        assertThat(biz.isCollected()).isTrue();
        assertThat(Flux.interval(Duration.ofMillis(1)).blockFirst()).isZero();
    }

    public static class Ticking implements Runnable {

        @Override
        public void run() {
            Flux.interval(Duration.ofHours(1)).map(tick -> new Ticking()).subscribe();
            Schedulers.boundedElastic().schedule(() -> {});
        }
    }
}
