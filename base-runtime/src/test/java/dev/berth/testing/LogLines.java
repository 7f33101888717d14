package dev.berth.testing;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** Captures what reaches the root logger's appenders, with what the line knew on its own thread. */
public final class LogLines extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();

    private LogLines() {
        setName("test-lines");
    }

    /** Starts to capture. */
    public static LogLines capture() {
        LogLines lines = new LogLines();
        lines.setContext((LoggerContext) LoggerFactory.getILoggerFactory());
        lines.start();
        root().addAppender(lines);
        return lines;
    }

    @Override
    protected void append(ILoggingEvent event) {
        event.prepareForDeferredProcessing();
        events.add(event);
    }

    /** Returns the lines so far. */
    public List<ILoggingEvent> events() {
        return List.copyOf(events);
    }

    /** Returns the messages so far. */
    public List<String> messages() {
        return events.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    /** Waits for a message; tells whether it came. */
    public boolean saw(String message) {
        return Eventually.holds(() -> messages().contains(message));
    }

    @Override
    public void close() {
        root().detachAppender(this);
        stop();
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }
}
