package dev.berth.leak.cleaner;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.Thread.UncaughtExceptionHandler;
import java.util.List;
import org.junit.jupiter.api.Test;

class UncaughtHandlerTests {

    @Test
    void cleanWhenBizSetTheHandlerPutsBackThatOfTheBase() {
        // Given
        UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        UncaughtHandler cleaner = new UncaughtHandler();
        TinyBiz biz = TinyBiz.run(Setting.class);
        assertThat(biz.isHeld()).isTrue();
        // When
        List<String> messages = biz.clean(cleaner);
        // Then
        assertThat(messages)
                .singleElement()
                .asString()
                .startsWith("Default uncaught-exception handler " + Setting.class.getName())
                .endsWith("was replaced by what was there before");
        assertThat(biz.isCollected()).isTrue();
        assertThat(Thread.getDefaultUncaughtExceptionHandler()).isSameAs(before);
    }

    public static class Setting implements Runnable {

        @Override
        public void run() {
            Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {});
        }
    }
}
