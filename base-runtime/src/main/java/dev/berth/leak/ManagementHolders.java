package dev.berth.leak;

import dev.berth.lifecycle.LoaderHolder;
import java.lang.management.ManagementFactory;
import java.lang.management.PlatformManagedObject;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import javax.management.InstanceNotFoundException;
import javax.management.MBeanServer;
import javax.management.NotificationEmitter;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;

/** MBeans of the platform's server, and listeners to what the JVM itself notifies of. */
final class ManagementHolders implements HolderSource {

    @Override
    public void find(Suspect suspect, Consumer<LoaderHolder> found) {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        for (ObjectName name : server.queryNames(null, null)) {
            if (suspect.owns(loader(server, name))) {
                found.accept(LoaderHolder.of("MBean", "MBean '" + name + "' is of a class of the biz"));
            }
        }
        for (Class<? extends PlatformManagedObject> type : ManagementFactory.getPlatformManagementInterfaces()) {
            for (PlatformManagedObject bean : ManagementFactory.getPlatformMXBeans(type)) {
                if (bean instanceof NotificationEmitter) {
                    listeners(suspect, bean, found);
                }
            }
        }
    }

    private static @Nullable ClassLoader loader(MBeanServer server, ObjectName name) {
        try {
            return server.getClassLoaderFor(name);
        } catch (InstanceNotFoundException gone) {
            return null;
        }
    }

    private static void listeners(Suspect suspect, PlatformManagedObject bean, Consumer<LoaderHolder> found) {
        Opened.inherited(bean, "listenerList")
                .map(list -> (Collection<?>) list)
                .orElse(List.of())
                .forEach(entry -> {
                    for (String part : new String[] {"listener", "filter", "handback"}) {
                        Opened.inherited(entry, part)
                                .filter(suspect::ownsObject)
                                .ifPresent(object -> found.accept(LoaderHolder.of(
                                        "notification listener",
                                        "A notification " + part + " of '" + bean.getObjectName() + "' is a "
                                                + object.getClass().getName() + " of the biz")));
                    }
                });
    }
}
