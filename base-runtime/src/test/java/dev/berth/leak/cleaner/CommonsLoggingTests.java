package dev.berth.leak.cleaner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import org.apache.commons.logging.LogFactory;
import org.apache.commons.logging.impl.LogFactoryImpl;
import org.junit.jupiter.api.Test;

class CommonsLoggingTests {

    @Test
    void sweepWhenBizHasAFactoryOfItsOwnReleasesIt() {
        // Given
        TinyBiz biz = TinyBiz.run(OwnFactory.class, new WithService(OwnFactory.class.getName() + "$Factory"));
        assertThat(biz.isHeld()).isTrue();
        // When
        biz.clean(new CommonsLogging());
        // Then
        assertThat(biz.isCollected()).isTrue();
    }

    @Test
    void runWhenBizUsesTheSharedFactoryHoldsNothing() {
        // Given
        TinyBiz biz = TinyBiz.run(Logging.class);
        // Then
        assertThat(biz.isCollected()).isTrue();
    }

    /** What would lie in the biz's jar. */
    private static final class WithService extends ClassLoader {

        private final String factory;

        WithService(String factory) {
            super(CommonsLoggingTests.class.getClassLoader());
            this.factory = factory;
        }

        @Override
        public InputStream getResourceAsStream(String name) {
            return name.equals("META-INF/services/org.apache.commons.logging.LogFactory")
                    ? new java.io.ByteArrayInputStream(factory.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                    : super.getResourceAsStream(name);
        }
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

    public static class Logging implements Runnable {

        @Override
        public void run() {
            LogFactory.getLog(Logging.class).debug("x");
        }
    }
}
