package dev.berth.leak.cleaner;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.logging.LogFactory;
import org.apache.commons.logging.impl.LogFactoryImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class CommonsLoggingTests {

    @Test
    void sweepWhenBizHasAFactoryOfItsOwnReleasesIt(@TempDir Path directory) throws IOException {
        // Given
        try (URLClassLoader base = new URLClassLoader(
                new URL[] {serviceFile(directory)}, getClass().getClassLoader())) {
            TinyBiz biz = TinyBiz.run(OwnFactory.class, base);
            assertThat(biz.isHeld()).isTrue();
            // When
            biz.clean(new CommonsLogging());
            // Then
            assertThat(biz.isCollected()).isTrue();
        }
    }

    @Test
    void runWhenBizUsesTheSharedFactoryHoldsNothing() {
        // Given
        TinyBiz biz = TinyBiz.run(Logging.class);
        // Then
        assertThat(biz.isCollected()).isTrue();
    }

    /** Commons Logging's own release of such a factory stops Logback for all. */
    @Test
    void sweepWhenBizUsesTheSharedFactoryLeavesTheBasesLoggingAlone() {
        // Given
        Logger logger = ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger("base");
        ListAppender<ILoggingEvent> appender = new ListAppender<>();
        appender.start();
        logger.addAppender(appender);
        TinyBiz biz = TinyBiz.run(KeptLogging.class);
        // When
        biz.clean(new CommonsLogging());
        logger.warn("Still here");
        // Then
        assertThat(appender.list).extracting(ILoggingEvent::getMessage).containsExactly("Still here");
        logger.detachAppender(appender);
        Base.slot = null;
    }

    private static URL serviceFile(Path directory) throws IOException {
        Path file = directory.resolve("META-INF/services/org.apache.commons.logging.LogFactory");
        Files.createDirectories(file.getParent());
        Files.writeString(file, OwnFactory.class.getName() + "$Factory");
        return directory.toUri().toURL();
    }

    public static class OwnFactory implements Runnable {

        @Override
        public void run() {
            if (!(LogFactory.getFactory() instanceof Factory)) {
                throw new IllegalStateException("Another factory: " + LogFactory.getFactory());
            }
        }

        public static class Factory extends LogFactoryImpl {}
    }

    public static class KeptLogging implements Runnable {

        @Override
        public void run() {
            LogFactory.getLog(KeptLogging.class).debug("x");
            Base.slot = this;
        }
    }

    public static class Logging implements Runnable {

        @Override
        public void run() {
            LogFactory.getLog(Logging.class).debug("x");
        }
    }
}
