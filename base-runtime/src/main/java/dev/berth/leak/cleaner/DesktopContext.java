package dev.berth.leak.cleaner;

/**
 * The context of the desktop module, which image formats live in too: it remembers the context loader of whoever used it
 * first.
 */
public final class DesktopContext implements Sweep {

    @Override
    public void sweep(ClosedBiz biz) {
        Internals.constant("sun.awt.AppContext", "mainAppContext")
                .filter(context -> Internals.value(context, "contextClassLoader")
                        .filter(loader -> biz.owns((ClassLoader) loader))
                        .isPresent())
                .ifPresent(context -> Internals.set(context, "contextClassLoader", biz.base()));
    }
}
