package dev.berth.leak;

import dev.berth.lifecycle.LoaderHolder;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.ResponseCache;
import java.net.URL;
import java.security.Provider;
import java.security.Security;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a JVM has one of, or a list of, for all: hooks, drivers, providers, handlers and defaults. */
final class JvmWideHolders implements HolderSource {

    @Override
    public void find(Suspect suspect, Consumer<LoaderHolder> found) {
        Report report = new Report(suspect, found);
        report.look("uncaught exception handler", "The default uncaught exception handler", handler());
        report.look("stream", "System.out", System.out);
        report.look("stream", "System.err", System.err);
        report.look("stream", "System.in", System.in);
        report.look("default", "The default ProxySelector", ProxySelector.getDefault());
        report.look("default", "The default Authenticator", Authenticator.getDefault());
        report.look("default", "The default CookieHandler", CookieHandler.getDefault());
        report.look("default", "The default ResponseCache", ResponseCache.getDefault());
        report.look(
                "default",
                "The URL stream handler factory",
                Opened.field(URL.class, "factory").orElse(null));
        for (Provider provider : Security.getProviders()) {
            report.look("security provider", "Security provider '" + provider.getName() + "'", provider);
        }
        Properties properties = System.getProperties();
        new ArrayList<>(properties.entrySet()).forEach(entry -> {
            report.look("system property", "The value of system property '" + entry.getKey() + "'", entry.getValue());
            report.look("system property", "The key of a system property", entry.getKey());
        });
        hooks(report);
        drivers(report);
    }

    private static Thread.@Nullable UncaughtExceptionHandler handler() {
        return Thread.getDefaultUncaughtExceptionHandler();
    }

    private static void hooks(Report report) {
        Opened.field("java.lang.ApplicationShutdownHooks", "hooks")
                .map(hooks -> new ArrayList<>(((Map<?, ?>) hooks).keySet()))
                .orElseGet(ArrayList::new)
                .forEach(each -> {
                    Thread hook = (Thread) each;
                    String what = "Shutdown hook '" + hook.getName() + "'";
                    report.look("shutdown hook", what, hook);
                    report.look("shutdown hook", what, hook.getContextClassLoader());
                    ThreadHolders.task(hook).ifPresent(task -> report.look("shutdown hook", what, task));
                });
    }

    /** DriverManager shows a driver only to those who see its class. */
    private static void drivers(Report report) {
        Opened.field("java.sql.DriverManager", "registeredDrivers")
                .map(drivers -> new ArrayList<>((Collection<?>) drivers))
                .orElseGet(ArrayList::new)
                .forEach(info -> Opened.inherited(info, "driver")
                        .ifPresent(driver -> report.look(
                                "driver", "JDBC driver '" + driver.getClass().getName() + "'", driver)));
    }

    private record Report(Suspect suspect, Consumer<LoaderHolder> found) {

        private void look(String kind, String what, @Nullable Object object) {
            if (suspect.ownsObject(object)) {
                found.accept(LoaderHolder.of(kind, what + " is the biz's"));
            }
        }
    }
}
