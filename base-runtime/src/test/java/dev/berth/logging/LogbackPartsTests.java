package dev.berth.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import dev.berth.leak.cleaner.ClosedBiz;
import dev.berth.leak.cleaner.Leftover;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A loader that owns the classes of this test stands for that of a biz; that the cure frees a loader is seen in LeftBehindIT. */
class LogbackPartsTests {

    private final LoggerContext context = new LoggerContext();
    private final Logger logger = context.getLogger("com.example");
    private final ClosedBiz biz =
            new ClosedBiz("tiny", getClass().getClassLoader(), getClass().getClassLoader(), Set.of());
    private final ClosedBiz other =
            new ClosedBiz("other", new ClassLoader(null) {}, getClass().getClassLoader(), Set.of());

    @Test
    void cureWhenBizAddedAnAppenderDetachesIt() throws Exception {
        // Given
        logger.addAppender(new OwnAppender());
        // When
        List<Leftover> leftovers = new LogbackParts(context).find(biz);
        // Then
        assertThat(leftovers).singleElement().satisfies(leftover -> assertThat(leftover.what())
                .isEqualTo(
                        "Appender of logger 'com.example' " + OwnAppender.class.getName() + " in the base's Logback"));
        assertThat(leftovers.get(0).cure().apply()).isTrue();
        assertThat(logger.iteratorForAppenders().hasNext()).isFalse();
    }

    @Test
    void findWhenTheAppenderIsOfSomeoneElseLeavesIt() {
        // Given
        logger.addAppender(new OwnAppender());
        // When
        List<Leftover> leftovers = new LogbackParts(context).find(other);
        // Then
        assertThat(leftovers).isEmpty();
    }

    private static final class OwnAppender extends AppenderBase<ILoggingEvent> {
        @Override
        protected void append(ILoggingEvent event) {}
    }
}
