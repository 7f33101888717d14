package dev.berth.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.api.BizIdentity;
import dev.berth.api.BizScope;
import dev.berth.lifecycle.BizStart;
import dev.berth.lifecycle.Revision;
import dev.berth.lifecycle.RevisionFixture;
import dev.berth.lifecycle.RevisionRegistry;
import dev.berth.lifecycle.Trouble;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A guard without the agent, which finds changes by comparison. */
class JvmGuardTests {

    private static final String KEY = "berth-test.guarded";

    private final Thread.UncaughtExceptionHandler handlerBefore = Thread.getDefaultUncaughtExceptionHandler();
    private final RevisionRegistry registry = new RevisionRegistry();
    private final Revision revision = RevisionFixture.starting(registry, "catalog", 1);
    private final Loader loader = new Loader(revision);
    private final JvmGuard guard = new JvmGuard(registry);

    @AfterEach
    void putBack() {
        System.clearProperty(KEY);
        Thread.setDefaultUncaughtExceptionHandler(handlerBefore);
        guard.close();
    }

    @Test
    void changeDuringTheStartIsPutBack() {
        // Given
        guard.prepare(revision, new BizStart(loader));
        System.setProperty(KEY, "value");
        afterTheStart();
        // When
        guard.release(revision);
        // Then
        assertThat(troubles()).containsExactly("Found after it ran: a change of system property '" + KEY + "' (new)");
        assertThat(System.getProperty(KEY)).isNull();
    }

    @Test
    void changeAfterTheStartMayBeTheBasesAndStands() {
        // Given
        guard.prepare(revision, new BizStart(loader));
        afterTheStart();
        System.setProperty(KEY, "value");
        // When
        guard.release(revision);
        // Then
        assertThat(troubles())
                .containsExactly(
                        "Found while it ran, and left as it is: a change of system property '" + KEY + "' (new)");
        assertThat(System.getProperty(KEY)).isEqualTo("value");
    }

    @Test
    void objectOfTheBizThatWasSetAfterTheStartIsPutBack() throws Exception {
        // Given
        guard.prepare(revision, new BizStart(loader));
        afterTheStart();
        Thread.setDefaultUncaughtExceptionHandler(loader.handler());
        // When
        guard.release(revision);
        // Then
        assertThat(Thread.getDefaultUncaughtExceptionHandler()).isSameAs(handlerBefore);
    }

    private void afterTheStart() {
        guard.check(revision, timeout -> true, Duration.ZERO);
        RevisionFixture.ready(revision);
    }

    private List<String> troubles() {
        return revision.troubles().stream().map(Trouble::message).toList();
    }

    public static final class Handler implements Thread.UncaughtExceptionHandler {
        @Override
        public void uncaughtException(Thread thread, Throwable failure) {}
    }

    /** Defines the handler anew, as the loader of a biz does with its own classes. */
    private static final class Loader extends ClassLoader implements BizScope {

        private final BizIdentity identity;

        private Loader(Revision revision) {
            super(JvmGuardTests.class.getClassLoader());
            this.identity = new BizIdentity("catalog", "1.0", revision.id().toString());
        }

        @Override
        public BizIdentity bizIdentity() {
            return identity;
        }

        private Thread.UncaughtExceptionHandler handler() throws IOException, ReflectiveOperationException {
            String name = Handler.class.getName();
            try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = in.readAllBytes();
                return (Thread.UncaughtExceptionHandler) defineClass(name, bytes, 0, bytes.length)
                        .getConstructor()
                        .newInstance();
            }
        }
    }
}
