package dev.berth.leak.cleaner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.testing.Eventually;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Contexts of Log4j: of one that the base shares, and of one that a biz brings. */
class Log4jContextsTests {

    /** The context of each loader is known weakly, and the one shutdown hook is the shared library's. */
    @Test
    void cleanWhenBizIsTheFirstToUseASharedLog4jFreesTheLoaderAndLeavesTheHook() throws Exception {
        // Given
        try (URLClassLoader base = new URLClassLoader(log4jAndTests(), ClassLoader.getPlatformClassLoader())) {
            TinyBiz biz = TinyBiz.run(Logging.class, base);
            assertThat(hooksOf(base)).hasSize(1);
            assertThat(biz.isHeld()).isTrue();
            // When
            List<String> messages = biz.clean(new InheritedRights(), new ShutdownHooks());
            // Then
            assertThat(messages).singleElement().asString().endsWith("stays with the base's context loader");
            assertThat(biz.isCollected()).isTrue();
            assertThat(hooksOf(base)).hasSize(1);
            hooksOf(base).forEach(Runtime.getRuntime()::removeShutdownHook);
            Reference.reachabilityFence(base);
        }
    }

    @Test
    void cleanWhenBizBringsLog4jRunsItsHookAndFreesTheLoader() throws Exception {
        // Given
        WeakReference<ClassLoader> biz = new WeakReference<>(usedLog4j());
        System.gc();
        assertThat(biz.refersTo(null)).isFalse();
        // When
        List<Finding> findings = StandardCleaners.cleaning(List.of(), List.of())
                .run(new ClosedBiz("tiny", biz.get(), getClass().getClassLoader(), Set.of()));
        // Then
        assertThat(findings).singleElement().satisfies(finding -> assertThat(finding.message())
                .startsWith("Shutdown hook '")
                .endsWith("was run and removed"));
        assertThat(Eventually.collected(biz)).isTrue();
    }

    private static ClassLoader usedLog4j() throws Exception {
        URLClassLoader loader = new URLClassLoader(log4jAndTests(), ClassLoader.getPlatformClassLoader());
        Runnable main = (Runnable)
                loader.loadClass(Logging.class.getName()).getConstructor().newInstance();
        Thread thread = new Thread(main);
        thread.setContextClassLoader(loader);
        thread.start();
        thread.join();
        return loader;
    }

    private static List<Thread> hooksOf(ClassLoader loader) {
        return ShutdownHooks.hooks().stream()
                .filter(hook -> hook.getClass().getClassLoader() == loader
                        || LiveThread.task(hook)
                                .filter(task -> task.getClass().getClassLoader() == loader)
                                .isPresent())
                .toList();
    }

    private static URL[] log4jAndTests() throws MalformedURLException {
        Path folder = Path.of("target/test-libraries/log4j").toAbsolutePath();
        return new URL[] {
            folder.resolve("log4j-api.jar").toUri().toURL(),
            folder.resolve("log4j-core.jar").toUri().toURL(),
            Logging.class.getProtectionDomain().getCodeSource().getLocation()
        };
    }

    /** By reflection, since Log4j is not on the tests' class path. */
    public static class Logging implements Runnable {

        @Override
        public void run() {
            try {
                ClassLoader loader = Thread.currentThread().getContextClassLoader();
                Class<?> manager = Class.forName("org.apache.logging.log4j.LogManager", true, loader);
                manager.getMethod("getContext", ClassLoader.class, boolean.class)
                        .invoke(null, loader, false);
                Object logger = manager.getMethod("getLogger", String.class).invoke(null, "tiny");
                manager.getClassLoader()
                        .loadClass("org.apache.logging.log4j.Logger")
                        .getMethod("error", String.class)
                        .invoke(logger, "A line of the biz by Log4j");
            } catch (ReflectiveOperationException failure) {
                throw new IllegalStateException(failure);
            }
        }
    }
}
