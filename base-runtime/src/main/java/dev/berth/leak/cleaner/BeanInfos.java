package dev.berth.leak.cleaner;

import java.beans.Introspector;

/** What the JDK remembers of the properties of classes; it does so by thread group. */
public final class BeanInfos implements Sweep {

    @Override
    public void sweep(ClosedBiz biz) {
        Introspector.flushCaches();
    }
}
