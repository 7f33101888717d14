package dev.berth.leak.cleaner;

import java.lang.management.ManagementFactory;
import java.lang.management.PlatformManagedObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.management.MBeanServer;
import javax.management.MBeanServerDelegate;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;

/** Listeners of a biz at the JVM's own MBeans, such as those of memory and of garbage collectors, and at the MBean server. */
public final class NotificationListeners implements Cleaner {

    @Override
    public List<Leftover> find(ClosedBiz biz) {
        List<Leftover> leftovers = new ArrayList<>();
        for (PlatformManagedObject bean : emitters()) {
            for (NotificationListener listener : listeners(bean)) {
                if (Reach.find(biz, listener).isPresent()) {
                    leftovers.add(Leftover.of(
                            "Notification listener " + name(listener) + " at '" + bean.getObjectName() + "'",
                            "removed",
                            () -> ((NotificationEmitter) bean).removeNotificationListener(listener)));
                }
            }
        }
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        for (NotificationListener listener : ofServer(server)) {
            if (biz.made(listener)) {
                leftovers.add(Leftover.of(
                        "Notification listener " + name(listener) + " at the MBean server",
                        "removed",
                        () -> server.removeNotificationListener(MBeanServerDelegate.DELEGATE_NAME, listener)));
            }
        }
        return leftovers;
    }

    private static List<PlatformManagedObject> emitters() {
        List<PlatformManagedObject> beans = new ArrayList<>(ManagementFactory.getGarbageCollectorMXBeans());
        beans.add(ManagementFactory.getMemoryMXBean());
        beans.removeIf(bean -> !(bean instanceof NotificationEmitter));
        return beans;
    }

    private static List<NotificationListener> ofServer(MBeanServer server) {
        return Internals.value(server, "mBeanServerDelegateObject")
                .or(() -> Internals.value(server, "mBeanServerDelegate"))
                .flatMap(delegate -> Internals.value(delegate, "broadcaster"))
                .map(NotificationListeners::listeners)
                .orElse(List.of())
                .stream()
                // The server wraps what came by way of it
                .map(listener -> Internals.value(listener, "listener")
                        .map(NotificationListener.class::cast)
                        .orElse(listener))
                .toList();
    }

    private static List<NotificationListener> listeners(Object broadcaster) {
        return Internals.value(broadcaster, "listenerList")
                .map(list -> List.copyOf((List<?>) list))
                .orElse(List.of())
                .stream()
                .map(info -> Internals.value(info, "listener"))
                .flatMap(Optional::stream)
                .map(NotificationListener.class::cast)
                .toList();
    }

    private static String name(NotificationListener listener) {
        return listener.getClass().getName();
    }
}
