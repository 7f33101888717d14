package dev.berth.test;

import dev.berth.test.Uninstalled.Loader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The module that a test class is about: where its jar comes from, and its copy in the base. */
final class ModuleUnderTest {

    private static final String VERSION_FROM_CLASSES = "0-test";

    private final Class<?> testClass;
    private final BizTest test;
    private final TestBase base;
    private @Nullable TestBiz biz;

    ModuleUnderTest(Class<?> testClass, BizTest test, TestBase base) {
        this.testClass = testClass;
        this.test = test;
        this.base = base;
    }

    TestBase base() {
        return base;
    }

    /** Returns the installed copy; none between the uninstall after one test and the install before the next. */
    Optional<TestBiz> biz() {
        return Optional.ofNullable(biz);
    }

    /** Tells whether a test class is the one that the module was installed for, and not one nested in it. */
    boolean belongsTo(Class<?> type) {
        return testClass == type;
    }

    /** Installs the module unless it is there. */
    void install() {
        if (biz == null) {
            Map<String, String> options = new LinkedHashMap<>();
            Path jar = test.application() == Void.class ? jar() : fromClasses(options);
            if (!test.name().isEmpty()) {
                options.put("name", test.name());
            }
            biz = base.install(jar, options);
        }
    }

    private Path jar() {
        return test.jar().isEmpty() ? ModuleJar.built() : ModuleJar.named(test.jar());
    }

    private Path fromClasses(Map<String, String> options) {
        options.put("name", Path.of("").toAbsolutePath().getFileName().toString());
        options.put("version", VERSION_FROM_CLASSES);
        return ClassPathJar.write(
                test.application(),
                BuildFolder.work().resolve(test.application().getSimpleName() + ".jar"));
    }

    /**
     * Uninstalls the module and all that the tests have installed beside it.
     *
     * @param check whether to fail when a class loader is still there
     */
    void uninstallAll(boolean check) {
        biz = null;
        Map<String, Loader> lingering = new LinkedHashMap<>();
        for (TestBiz each : base.installed()) {
            Uninstalled uninstalled = each.uninstall();
            if (check && uninstalled.loaders().isEmpty()) {
                throw new AssertionError("The base did not tell what became of the class loader of '" + each + "'");
            }
            uninstalled.lingering().forEach(loader -> lingering.put(loader.revision(), loader));
        }
        // Asked for even where nobody checks, so that a later test is not blamed for these
        base.lingering().forEach(loader -> lingering.putIfAbsent(loader.revision(), loader));
        if (check && !lingering.isEmpty()) {
            throw new AssertionError(
                    LeakReport.of(List.copyOf(lingering.values()), base.closedPackages(), BuildFolder.work()));
        }
    }
}
