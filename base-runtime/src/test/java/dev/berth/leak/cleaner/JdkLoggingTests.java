package dev.berth.leak.cleaner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class JdkLoggingTests {

    @Test
    void cleanWhenBizAddedAHandlerAndAFilterRemovesThem() {
        // Given
        Logger root = Logger.getLogger("");
        int handlers = root.getHandlers().length;
        TinyBiz biz = TinyBiz.run(Adding.class);
        assertThat(biz.isHeld()).isTrue();
        // When
        List<String> messages = biz.clean(new JdkLogging());
        // Then
        assertThat(messages)
                .hasSize(2)
                .contains("Handler " + Adding.class.getName()
                        + "$OwnHandler at logger '' of java.util.logging was removed");
        assertThat(biz.isCollected()).isTrue();
        assertThat(root.getHandlers()).hasSize(handlers);
    }

    @Test
    void runWhenBizHasLevelsOfItsOwnHoldsNothing() {
        // Given
        TinyBiz biz = TinyBiz.run(WithLevel.class);
        // Then
        assertThat(biz.isCollected()).isTrue();
    }

    public static class Adding implements Runnable {

        @Override
        public void run() {
            Logger.getLogger("").addHandler(new OwnHandler());
            Logger.getLogger("").setFilter(line -> true);
        }

        static class OwnHandler extends Handler {
            @Override
            public void publish(LogRecord line) {}

            @Override
            public void flush() {}

            @Override
            public void close() {}
        }
    }

    public static class WithLevel implements Runnable {

        @Override
        public void run() {
            Level.parse(new Loud().getName());
        }

        static class Loud extends Level {
            Loud() {
                super("LOUD", 1_234);
            }
        }
    }
}
