package dev.berth.bootstrap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Gives the tests of a class a base of their own, which the shared one can't be: another application, or other settings.
 *
 * <p>Nothing is installed when a test begins. A static field of the class, with {@code @RegisterExtension}.
 */
public final class OwnBase implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

    private final Function<Path, RunningBase> start;
    private RunningBase base;

    private OwnBase(Function<Path, RunningBase> start) {
        this.start = start;
    }

    /** Returns one that starts an application, with arguments beside those that tests need. */
    public static OwnBase of(Class<?> application, String... arguments) {
        return new OwnBase(home -> RunningBase.start(application, home, arguments));
    }

    /** Returns one that is started from its home by somebody else's method. */
    public static OwnBase startedBy(Function<Path, RunningBase> start) {
        return new OwnBase(start);
    }

    /** Returns the base; it runs from before the first test of the class until after the last. */
    public RunningBase base() {
        return base;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        base = start.apply(Files.createTempDirectory(Path.of("target").toAbsolutePath(), "it-own-"));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        base.uninstallAll();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        base.close();
    }
}
