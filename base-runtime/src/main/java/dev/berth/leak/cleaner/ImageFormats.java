package dev.berth.leak.cleaner;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.imageio.spi.IIORegistry;

/** Readers and writers of image formats that a biz brought and that are still registered; nothing without the desktop module. */
public final class ImageFormats implements Cleaner {

    @Override
    public List<Leftover> find(ClosedBiz biz) {
        if (ModuleLayer.boot().findModule("java.desktop").isEmpty()) {
            return List.of();
        }
        IIORegistry registry = IIORegistry.getDefaultInstance();
        List<Leftover> leftovers = new ArrayList<>();
        for (Iterator<Class<?>> categories = registry.getCategories(); categories.hasNext(); ) {
            Iterator<?> providers = registry.getServiceProviders(categories.next(), false);
            while (providers.hasNext()) {
                Object provider = providers.next();
                if (biz.made(provider)) {
                    leftovers.add(Leftover.of(
                            "Image format " + provider.getClass().getName(),
                            "deregistered",
                            () -> registry.deregisterServiceProvider(provider)));
                }
            }
        }
        return leftovers;
    }
}
