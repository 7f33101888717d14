package dev.berth.launch;

import java.net.URL;
import java.nio.file.Path;
import org.springframework.core.env.ConfigurableEnvironment;

/** Loads the inside of Berth in a loader of its own. */
final class IsolatedRuntime {

    private static final String ENTRY_POINT = "dev.berth.bootstrap.LaunchedBase";

    private IsolatedRuntime() {}

    static HostedRuntime load(ConfigurableEnvironment environment, ClassLoader applicationLoader) {
        Path home = BerthHome.of(environment);
        URL own = RuntimeLibraries.ownLocation();
        RuntimeLoader loader = new RuntimeLoader(own, RuntimeLibraries.provide(own, home), applicationLoader);
        try {
            return loader.loadClass(ENTRY_POINT)
                    .asSubclass(HostedRuntime.class)
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(
                    "Berth's runtime '" + ENTRY_POINT + "' could not be loaded; the base-runtime jar is damaged",
                    failure);
        }
    }
}
