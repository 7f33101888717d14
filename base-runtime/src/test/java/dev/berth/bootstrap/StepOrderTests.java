package dev.berth.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.bootstrap.StepOrder.Done;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The check of histories finds an order where there is one, and none where there is none. */
class StepOrderTests {

    private static final Done INSTALL = new Done("install 1", model -> model.install("1"), "changed", 0, 10);

    @Test
    void existsWhenStepsOverlapFindsTheOrderThatFits() {
        // Given
        Done early = new Done("stop", BizModel::stop, "changed", 5, 20);
        BizModel end = new BizModel();
        end.install("1");
        end.stop();
        // Then
        assertThat(StepOrder.exists(List.of(List.of(early), List.of(INSTALL)), end.toString()))
                .isTrue();
    }

    @Test
    void existsWhenAnOutcomeFitsNoOrderTellsSo() {
        // Given
        Done late = new Done("stop", BizModel::stop, "BIZ_NOT_FOUND", 11, 20);
        BizModel end = new BizModel();
        end.install("1");
        // Then
        assertThat(StepOrder.exists(List.of(List.of(late), List.of(INSTALL)), end.toString()))
                .isFalse();
    }

    @Test
    void existsWhenTheEndFitsNoOrderTellsSo() {
        assertThat(StepOrder.exists(List.of(List.of(INSTALL)), new BizModel().toString()))
                .isFalse();
    }
}
