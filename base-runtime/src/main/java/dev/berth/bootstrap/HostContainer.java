package dev.berth.bootstrap;

import dev.berth.ark.ArkBizContainer;
import dev.berth.ark.ArkCore;
import dev.berth.ark.BaseClassPath;
import dev.berth.ark.Exports;
import dev.berth.ark.Plugins;
import dev.berth.launch.BerthHome;
import dev.berth.launch.HostedRuntime;
import dev.berth.leak.FirstUse;
import dev.berth.store.HomeLock;
import java.net.URLConnection;
import java.nio.file.Path;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * What of a base exists before its context: its home, held by this process alone, and the container.
 *
 * @param home the home
 * @param lock keeps other processes out of the home
 * @param properties the settings
 * @param exports what every biz sees
 * @param plugins the plugins, which have started
 * @param classPath what the base has to share; read at the first use
 * @param container hosts revisions
 */
record HostContainer(
        Path home,
        HomeLock lock,
        BerthProperties properties,
        Exports exports,
        Plugins plugins,
        Lazy<BaseClassPath> classPath,
        ArkBizContainer container)
        implements AutoCloseable {

    static HostContainer start(ConfigurableEnvironment environment) {
        BerthProperties properties = BerthProperties.of(environment);
        Path home = BerthHome.of(environment);
        HomeLock lock = HomeLock.acquire(home);
        boolean started = false;
        try {
            // The JDK's cache of open jars would keep those of stopped biz open
            URLConnection.setDefaultUseCaches("jar", false);
            FirstUse.byTheBase();
            ClassLoader application = HostedRuntime.class.getClassLoader();
            Exports exports = new Exports(
                    properties.export().libraries(), properties.export().packages());
            ArkCore ark = ArkCore.boot(application);
            Plugins plugins = Plugins.start(ark, home, exports);
            Lazy<BaseClassPath> classPath =
                    new Lazy<>(() -> BaseClassPath.read(application, exports, plugins, home.resolve("work")));
            ArkBizContainer container = new ArkBizContainer(ark, plugins, classPath);
            started = true;
            return new HostContainer(home, lock, properties, exports, plugins, classPath, container);
        } finally {
            if (!started) {
                lock.close();
            }
        }
    }

    @Override
    public void close() {
        plugins.close();
        lock.close();
    }
}
