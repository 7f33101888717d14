package dev.berth.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.Duration;
import ch.qos.logback.core.util.FileSize;
import dev.berth.api.BizIdentity;
import dev.berth.biz.BizName;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes what the threads of a biz log to a file of that biz, at most 10 MiB and four older files of that size.
 *
 * <p>A biz's file stays when the biz is gone: it is what tells why.
 */
final class BizFiles extends UnsynchronizedAppenderBase<ILoggingEvent> {

    private static final String PATTERN =
            "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %5p [%X{biz}:%X{bizVersion}] [%t] %logger{39} : %m%n%ex";
    private static final FileSize MAX_SIZE = new FileSize(10 * FileSize.MB_COEFFICIENT);
    private static final int OLDER_FILES = 4;
    private static final Duration LOOK = Duration.buildByMilliseconds(50);

    private final Path directory;
    private final LoggedErrors errors;
    private final BaseOutput output;
    private final Map<String, OpenFile> files = new ConcurrentHashMap<>();

    BizFiles(Path directory, LoggedErrors errors) {
        this.directory = directory;
        this.errors = errors;
        this.output = new BaseOutput(directory.resolve("base.log"), MAX_SIZE.getSize(), OLDER_FILES);
        setName("berth-biz-logs");
    }

    @Override
    protected void append(ILoggingEvent event) {
        output.look();
        OpenFile file = current();
        if (file != null) {
            file.appender().doAppend(event);
            errors.see(event);
        }
    }

    private @Nullable OpenFile current() {
        if (files.isEmpty()) {
            return null;
        }
        BizIdentity biz = BizIdentity.current().orElse(null);
        return biz == null ? null : files.get(biz.name());
    }

    boolean hasLogOfCurrentBiz() {
        return current() != null;
    }

    /** Writes a line that the current biz has printed; it goes nowhere else. */
    void printed(String stream, Level level, String line) {
        OpenFile file = current();
        if (file != null) {
            Logger logger = ((LoggerContext) getContext()).getLogger(stream);
            file.appender().doAppend(new LoggingEvent(BizFiles.class.getName(), logger, level, line, null, null));
        }
    }

    void open(BizName name, String revision) {
        files.compute(name.value(), (key, known) -> {
            OpenFile file = known == null ? new OpenFile(appender(key), new HashSet<>()) : known;
            file.revisions().add(revision);
            return file;
        });
    }

    void close(BizName name, String revision) {
        files.computeIfPresent(name.value(), (key, file) -> {
            file.revisions().remove(revision);
            if (!file.revisions().isEmpty()) {
                return file;
            }
            file.appender().stop();
            return null;
        });
    }

    void closeAll() {
        files.values().forEach(file -> file.appender().stop());
        files.clear();
    }

    private RollingFileAppender<ILoggingEvent> appender(String name) {
        LoggerContext context = (LoggerContext) getContext();
        Path file = directory.resolve(name + ".log");
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(PATTERN);
        encoder.start();
        RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
        appender.setContext(context);
        appender.setName("berth-biz-log-" + name);
        appender.setFile(file.toString());
        NumberedFiles window = new NumberedFiles(file, OLDER_FILES);
        window.start();
        SizeBasedTriggeringPolicy<ILoggingEvent> size = new SizeBasedTriggeringPolicy<>();
        size.setContext(context);
        size.setMaxFileSize(MAX_SIZE);
        // Left to itself it looks once a minute, in which a biz can fill a disk
        size.setCheckIncrement(LOOK);
        size.start();
        appender.setEncoder(encoder);
        appender.setRollingPolicy(window);
        appender.setTriggeringPolicy(size);
        appender.start();
        return appender;
    }

    /** An open file and the revisions that write to it; the set changes only inside the map's compute. */
    private record OpenFile(RollingFileAppender<ILoggingEvent> appender, Set<String> revisions) {}
}
