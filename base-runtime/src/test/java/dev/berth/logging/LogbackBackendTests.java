package dev.berth.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import dev.berth.api.BizIdentity;
import dev.berth.api.BizScope;
import dev.berth.biz.BizId;
import dev.berth.biz.BizName;
import dev.berth.biz.BizVersion;
import dev.berth.biz.RevisionId;
import dev.berth.testing.Eventually;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** The hooks in Logback survive what an application may do to its set-up, and go when they are taken back. */
class LogbackBackendTests {

    private static final RevisionId REVISION =
            new RevisionId(new BizId(new BizName("catalog"), new BizVersion("1.0")), 1);

    @TempDir
    Path directory;

    private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    private LogbackBackend backend;

    @BeforeEach
    void install() {
        backend = LogbackBackend.install(directory);
        backend.open(REVISION);
    }

    @AfterEach
    void uninstall() {
        backend.close(REVISION);
        backend.uninstall();
    }

    @Test
    void lineOfABizGoesToItsLogWithItsNameAndVersion() throws Exception {
        // When
        logAsBiz("first");
        // Then
        assertThat(Files.readString(directory.resolve("catalog.log"))).contains("[catalog:1.0]", "first");
    }

    @Test
    void resetOfTheBasesLoggingLosesNothing() throws Exception {
        // When
        context.reset();
        logAsBiz("after the reset");
        // Then
        assertThat(Files.readString(directory.resolve("catalog.log"))).contains("after the reset");
    }

    @Test
    void stopAndStartOfTheBasesLoggingLosesNothingForLong() throws Exception {
        // Given
        Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        // When
        context.stop();
        context.start();
        // Then
        assertThat(Eventually.holds(() -> root.getAppender("berth-biz-logs") != null))
                .isTrue();
        logAsBiz("after the stop");
        assertThat(Files.readString(directory.resolve("catalog.log"))).contains("after the stop");
    }

    @Test
    void nothingIsLeftWhenItIsTakenBack() {
        // When
        backend.uninstall();
        // Then
        assertThat(context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("berth-biz-logs"))
                .isNull();
        assertThat(context.getTurboFilterList()).noneMatch(BizLevels.class::isInstance);
        assertThat(context.getMDCAdapter()).isNotInstanceOf(BizMdc.class);
    }

    private static void logAsBiz(String message) {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(new BizLoader());
        try {
            LoggerFactory.getLogger("com.example").warn(message);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static final class BizLoader extends ClassLoader implements BizScope {

        @Override
        public BizIdentity bizIdentity() {
            return new BizIdentity("catalog", "1.0", REVISION.toString());
        }
    }
}
