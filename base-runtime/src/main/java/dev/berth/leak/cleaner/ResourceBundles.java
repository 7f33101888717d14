package dev.berth.leak.cleaner;

import java.util.ResourceBundle;

/** The resource bundles that the JDK has loaded for a biz. */
public final class ResourceBundles implements Sweep {

    @Override
    public void sweep(ClosedBiz biz) {
        ResourceBundle.clearCache(biz.loader());
    }
}
