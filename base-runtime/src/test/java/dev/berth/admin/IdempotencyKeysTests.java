package dev.berth.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.berth.biz.BizName;
import dev.berth.control.Operation;
import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class IdempotencyKeysTests {

    private final MovableClock clock = new MovableClock();
    private final IdempotencyKeys keys = new IdempotencyKeys(clock);
    private final FakeBaseControl control = new FakeBaseControl();
    private final AtomicInteger begun = new AtomicInteger();

    @Test
    void onceWhenRepeatedReturnsTheFirstOperation() {
        // Given
        Operation first = keys.once("key", "request", this::begin);
        // When
        Operation repeat = keys.once("key", "request", this::begin);
        // Then
        assertThat(repeat).isSameAs(first);
        assertThat(begun).hasValue(1);
    }

    @Test
    void onceWithAnotherRequestRefuses() {
        // Given
        keys.once("key", "request", this::begin);
        // When / Then
        assertThatExceptionOfType(BerthException.class)
                .isThrownBy(() -> keys.once("key", "another", this::begin))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.IDEMPOTENCY_KEY_REUSED));
        assertThat(begun).hasValue(1);
    }

    @Test
    void onceAfterARefusalBeginsAnew() {
        // Given
        assertThatExceptionOfType(BerthException.class)
                .isThrownBy(() -> keys.once("key", "request", this::refuse))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.BIZ_ALREADY_INSTALLED));
        // When
        keys.once("key", "request", this::begin);
        // Then
        assertThat(begun).hasValue(1);
    }

    @Test
    void onceAfterAnHourBeginsAnew() {
        // Given
        keys.once("key", "request", this::begin);
        clock.advance(Duration.ofHours(1));
        // When
        keys.once("key", "another", this::begin);
        // Then
        assertThat(begun).hasValue(2);
    }

    @Test
    void onceWhenFullForgetsTheOldest() {
        // Given
        for (int i = 0; i <= 1_000; i++) {
            keys.once("key-" + i, "request", this::begin);
        }
        // When
        keys.once("key-0", "request", this::begin);
        keys.once("key-1000", "request", this::begin);
        // Then
        assertThat(begun).hasValue(1_002);
    }

    @Test
    void onceWhileTheFirstBeginsWaitsForIt() throws Exception {
        // Given
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        CompletableFuture<Operation> first = CompletableFuture.supplyAsync(() -> keys.once("key", "request", () -> {
            entered.countDown();
            await(release);
            return begin();
        }));
        await(entered);
        CompletableFuture<Operation> second =
                CompletableFuture.supplyAsync(() -> keys.once("key", "request", this::begin));
        // When
        release.countDown();
        // Then
        assertThat(second.get(10, TimeUnit.SECONDS)).isSameAs(first.get(10, TimeUnit.SECONDS));
        assertThat(begun).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "ä", "a\n"})
    void onceWhenKeyIsNoneRefuses(String key) {
        assertThatExceptionOfType(BerthException.class)
                .isThrownBy(() -> keys.once(key, "request", this::begin))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_REQUEST));
    }

    private Operation begin() {
        begun.incrementAndGet();
        return control.uninstall(new BizName("catalog"));
    }

    private Operation refuse() {
        throw new BerthException(ErrorCode.BIZ_ALREADY_INSTALLED, "Another operation runs", "Wait for it.");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
