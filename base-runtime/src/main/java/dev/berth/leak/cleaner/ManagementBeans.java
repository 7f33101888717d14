package dev.berth.leak.cleaner;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.management.InstanceNotFoundException;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;

/** MBeans of a biz that are still registered, in any MBean server. */
public final class ManagementBeans implements Cleaner {

    @Override
    public List<Leftover> find(ClosedBiz biz) {
        Set<MBeanServer> servers = new LinkedHashSet<>(MBeanServerFactory.findMBeanServer(null));
        servers.add(ManagementFactory.getPlatformMBeanServer());
        List<Leftover> leftovers = new ArrayList<>();
        for (MBeanServer server : servers) {
            for (ObjectName name : server.queryNames(null, null)) {
                if (isOwn(server, name, biz)) {
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
}
