package dev.berth.leak.cleaner;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import javax.management.InstanceNotFoundException;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import javax.management.StandardMBean;
import javax.management.modelmbean.RequiredModelMBean;
import org.jspecify.annotations.Nullable;

/** MBeans of a biz that are still registered, in any MBean server. */
public final class ManagementBeans implements Cleaner {

    @Override
    public List<Leftover> find(ClosedBiz biz) {
        Set<MBeanServer> servers = new LinkedHashSet<>(MBeanServerFactory.findMBeanServer(null));
        servers.add(ManagementFactory.getPlatformMBeanServer());
        List<Leftover> leftovers = new ArrayList<>();
        for (MBeanServer server : servers) {
            Map<String, Object> objects = objects(server);
            for (ObjectName name : server.queryNames(null, null)) {
                if (isOwn(server, name, biz) || wraps(objects.get(name.toString()), biz)) {
                    leftovers.add(
                            Leftover.of("MBean '" + name + "'", "unregistered", () -> server.unregisterMBean(name)));
                }
            }
        }
        return leftovers;
    }

    private static boolean isOwn(MBeanServer server, ObjectName name, ClosedBiz biz) {
        try {
            return biz.owns(server.getClassLoaderFor(name));
        } catch (InstanceNotFoundException gone) {
            return false;
        }
    }

    /** Returns what is registered, by name: a wrapper of the JDK around an object of the biz has the JDK's loader. */
    private static Map<String, Object> objects(MBeanServer server) {
        Map<String, Object> objects = new HashMap<>();
        for (Object each : registered(server)) {
            Internals.value(each, "object").ifPresent(object -> Internals.value(each, "name")
                    .ifPresent(name -> objects.put(name.toString(), object)));
        }
        return objects;
    }

    /** Copied under the lock of the server, whose tables others change meanwhile. */
    private static List<Object> registered(MBeanServer server) {
        Optional<Object> repository = Internals.value(server, "mbsInterceptor")
                .flatMap(interceptor -> Internals.value(interceptor, "repository"));
        Optional<Lock> lock = repository
                .flatMap(tables -> Internals.value(tables, "lock"))
                .map(both -> ((ReadWriteLock) both).readLock());
        List<Object> all = new ArrayList<>();
        lock.ifPresent(Lock::lock);
        try {
            repository.flatMap(tables -> Internals.value(tables, "domainTb")).ifPresent(domains -> ((Map<?, ?>) domains)
                    .values()
                    .forEach(named -> all.addAll(((Map<?, ?>) named).values())));
        } finally {
            lock.ifPresent(Lock::unlock);
        }
        return all;
    }

    /** Looks no further than that: the JVM's own MBeans have listeners, which are not what they are about. */
    private static boolean wraps(@Nullable Object object, ClosedBiz biz) {
        if (object instanceof StandardMBean standard) {
            return biz.made(standard.getImplementation());
        }
        return object instanceof RequiredModelMBean
                && Internals.value(object, "managedResource").filter(biz::made).isPresent();
    }
}
