package dev.berth.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggerContextListener;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.filter.EvaluatorFilter;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.read.ListAppender;
import ch.qos.logback.core.spi.FilterReply;
import dev.berth.leak.cleaner.ClosedBiz;
import dev.berth.leak.cleaner.Leftover;
import io.micrometer.core.instrument.binder.logging.LogbackMetrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.InputStream;
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
    void cureWhenBizAddedAFilterToAnAppenderOfTheBaseTakesOutTheFilterAlone() throws Exception {
        // Given
        ListAppender<ILoggingEvent> ofBase = new ListAppender<>();
        EvaluatorFilter<ILoggingEvent> filterOfBase = new EvaluatorFilter<>();
        ofBase.addFilter(filterOfBase);
        OneClassLoader own = new OneClassLoader();
        ofBase.addFilter(own.make());
        ofBase.start();
        logger.addAppender(ofBase);
        // When
        List<Leftover> leftovers = new LogbackParts(context)
                .find(new ClosedBiz("tiny", own, getClass().getClassLoader(), Set.of()));
        for (Leftover leftover : leftovers) {
            assertThat(leftover.cure().apply()).isTrue();
        }
        logger.info("Goes on");
        // Then
        assertThat(leftovers)
                .extracting(Leftover::what)
                .containsExactly("Filter of appender of logger 'com.example' " + OwnFilter.class.getName()
                        + " in the base's Logback");
        assertThat(ofBase.getCopyOfAttachedFiltersList()).containsExactly(filterOfBase);
        assertThat(ofBase.list).extracting(ILoggingEvent::getMessage).containsExactly("Goes on");
    }

    /** Micrometer leaves its listener there when it is closed. */
    @Test
    void cureWhenBizCountedEventsForARegistryThatIsClosedRemovesTheListener() throws Exception {
        // Given
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        SimpleMeterRegistry ofBase = new SimpleMeterRegistry();
        LogbackMetrics counting = new LogbackMetrics(List.of(), context);
        LogbackMetrics countingForBase = new LogbackMetrics(List.of(), context);
        counting.bindTo(registry);
        countingForBase.bindTo(ofBase);
        counting.close();
        registry.close();
        List<LoggerContextListener> before = context.getCopyOfListenerList();
        // When
        List<Leftover> leftovers = new LogbackParts(context).find(other);
        // Then
        assertThat(before).hasSize(2);
        assertThat(leftovers).singleElement().satisfies(leftover -> assertThat(leftover.what())
                .startsWith("Listener " + LogbackMetrics.class.getName()));
        assertThat(leftovers.get(0).cure().apply()).isTrue();
        assertThat(context.getCopyOfListenerList()).containsExactly(before.get(1));
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

    /** Defines the filter anew, and leaves all else to the loader that has Logback. */
    private static final class OneClassLoader extends ClassLoader {

        private OneClassLoader() {
            super(LogbackPartsTests.class.getClassLoader());
        }

        @SuppressWarnings("unchecked")
        private Filter<ILoggingEvent> make() throws Exception {
            String name = OwnFilter.class.getName();
            try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = in.readAllBytes();
                return (Filter<ILoggingEvent>) defineClass(name, bytes, 0, bytes.length)
                        .getConstructor()
                        .newInstance();
            }
        }
    }

    public static final class OwnFilter extends Filter<ILoggingEvent> {
        @Override
        public FilterReply decide(ILoggingEvent event) {
            return FilterReply.NEUTRAL;
        }
    }
}
