package dev.berth.cli.demo;

import dev.berth.cli.home.BaseRecord;
import dev.berth.cli.process.BaseStart;
import dev.berth.cli.process.LogTail;
import dev.berth.cli.process.ProcessEnd;
import dev.berth.cli.process.StartOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The base of one demo: closed, it is stopped and its home removed, also when Ctrl-C ends the demo; kept, it stays.
 *
 * <p>Closing twice is harmless.
 */
final class DemoBase implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(90);
    private static final Duration STOP = Duration.ofSeconds(30);

    private final DemoHome home;
    private final Path java;
    private final Path jar;
    private final LogTail log;
    private final Thread onExit = new Thread(this::remove, "berth-demo-cleaning");
    private volatile long pid = -1;

    DemoBase(DemoHome home, Path java, Path jar) {
        this.home = home;
        this.java = java;
        this.jar = jar;
        this.log = LogTail.fromNow(home.home().log());
        Runtime.getRuntime().addShutdownHook(onExit);
    }

    BaseRecord start() {
        StartOptions options = new StartOptions(java, jar, home.home(), Optional.of(0), Optional.of(0), List.of());
        return new BaseStart(options).inBackground(START, started -> pid = started);
    }

    /** Returns the last lines that the base printed. */
    List<String> lastLines(int count) {
        List<String> lines = log.lines();
        return lines.subList(Math.max(0, lines.size() - count), lines.size());
    }

    /** Lets the base and its home stay when this process ends. */
    void keep() {
        forgetHook();
    }

    @Override
    public void close() {
        forgetHook();
        remove();
    }

    private synchronized void remove() {
        if (pid > 0) {
            ProcessHandle.of(pid).ifPresent(DemoBase::end);
        }
        home.remove();
    }

    private static void end(ProcessHandle process) {
        process.destroy();
        if (!ProcessEnd.within(process, STOP)) {
            process.destroyForcibly();
        }
    }

    private void forgetHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(onExit);
        } catch (IllegalStateException e) {
            // The JVM ends already and the hook runs
        }
    }
}
