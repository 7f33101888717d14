package dev.berth.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggerContextListener;
import ch.qos.logback.core.status.StatusListener;
import ch.qos.logback.core.status.StatusManager;
import dev.berth.biz.RevisionId;
import dev.berth.leak.cleaner.Cleaner;
import dev.berth.lifecycle.Revision;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.MDCAdapter;

/** Hooks into the base's Logback: one filter, one appender on the root and the diagnostic context, all taken back again. */
final class LogbackBackend implements LogBackend {

    /** Setting logging up anew takes well below a second; a context that stays stopped is one whose JVM ends. */
    private static final int RESTART_LOOKS = 200;

    private static final long RESTART_LOOK_MILLIS = 50;

    private final LoggerContext context;
    private final BizLevels levels = new BizLevels();
    private final LoggedErrors errors = new LoggedErrors();
    private final BizFiles files;
    private final BizMdc mdc;
    private final StandardStreams streams;
    private final Reset reset = new Reset();
    private boolean uninstalled;

    private LogbackBackend(LoggerContext context, Path directory) {
        this.context = context;
        this.files = new BizFiles(directory, errors);
        this.mdc = new BizMdc(context.getMDCAdapter());
        this.streams = StandardStreams.install(files);
    }

    static LogbackBackend install(Path directory) {
        LogbackBackend backend = new LogbackBackend((LoggerContext) LoggerFactory.getILoggerFactory(), directory);
        backend.files.setContext(backend.context);
        backend.setMdc(backend.mdc);
        backend.attach();
        return backend;
    }

    /** Sets the adapter without the warning that Logback would print for a second one. */
    private void setMdc(MDCAdapter adapter) {
        StatusManager status = context.getStatusManager();
        List<StatusListener> listeners = status.getCopyOfStatusListenerList();
        listeners.forEach(status::remove);
        context.setMDCAdapter(adapter);
        listeners.forEach(status::add);
    }

    private void attachWhenStarted() {
        try {
            for (int look = 0; look < RESTART_LOOKS && !context.isStarted(); look++) {
                Thread.sleep(RESTART_LOOK_MILLIS);
            }
            if (context.isStarted()) {
                attach();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** Hooks in where that is not the case, which a new set-up of the base's logging brings about. */
    private synchronized void attach() {
        if (uninstalled) {
            return;
        }
        if (!context.getTurboFilterList().contains(levels)) {
            levels.start();
            context.addTurboFilter(levels);
        }
        Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        if (!root.isAttached(files)) {
            files.start();
            root.addAppender(files);
        }
        if (!context.getCopyOfListenerList().contains(reset)) {
            context.addListener(reset);
        }
    }

    @Override
    public Cleaner cleaner() {
        return new LogbackParts(context);
    }

    @Override
    public void open(RevisionId revision) {
        attach();
        files.open(revision.name(), revision.toString());
    }

    @Override
    public void watch(Revision revision) {
        errors.watch(revision);
    }

    @Override
    public void unwatch(Revision revision) {
        errors.forget(revision);
    }

    @Override
    public void levels(RevisionId revision, Map<String, String> names) {
        Map<String, Level> parsed = new HashMap<>();
        names.forEach((logger, name) -> parsed.put(logger, Level.toLevel(name.equals("FATAL") ? "ERROR" : name)));
        levels.set(revision.toString(), parsed);
    }

    @Override
    public boolean hasLevels() {
        return true;
    }

    @Override
    public void close(RevisionId revision) {
        levels.forget(revision.toString());
        files.close(revision.name(), revision.toString());
    }

    @Override
    public synchronized void uninstall() {
        uninstalled = true;
        streams.uninstall();
        context.removeListener(reset);
        context.getLogger(Logger.ROOT_LOGGER_NAME).detachAppender(files);
        context.getTurboFilterList().remove(levels);
        if (context.getMDCAdapter() == mdc) {
            setMdc(mdc.before());
        }
        files.closeAll();
        files.stop();
    }

    /** Hooks in anew when the base sets its logging up again. */
    private final class Reset implements LoggerContextListener {

        @Override
        public boolean isResetResistant() {
            return true;
        }

        @Override
        public void onReset(LoggerContext loggerContext) {
            attach();
        }

        @Override
        public void onStart(LoggerContext loggerContext) {
            // Hooked in already
        }

        /** A stop takes this listener away too; nothing tells when the context starts again, so that it is looked for. */
        @Override
        public void onStop(LoggerContext loggerContext) {
            Thread watch = new Thread(LogbackBackend.this::attachWhenStarted, "berth-logging");
            watch.setDaemon(true);
            watch.setContextClassLoader(LogbackBackend.class.getClassLoader());
            watch.start();
        }

        @Override
        public void onLevelChange(Logger logger, Level level) {
            // The levels of the base are its own
        }
    }
}
