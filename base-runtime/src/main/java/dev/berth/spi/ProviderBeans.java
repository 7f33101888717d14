package dev.berth.spi;

import dev.berth.api.spi.SpiProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.ConfigurableApplicationContext;

/** Finds the beans of a context that are providers. */
final class ProviderBeans {

    /** What stands behind a scoped proxy is not called itself. */
    private static final String SCOPED_TARGET = "scopedTarget.";

    private ProviderBeans() {}

    /**
     * Returns the beans with {@code @SpiProvider} on their class or on the method that makes them.
     *
     * @param context a context that was refreshed
     * @throws dev.berth.error.BerthException with SPI_PROVIDER_INVALID when one is no singleton
     */
    static List<Offer> in(ConfigurableApplicationContext context) {
        if (!context.isActive()) {
            return List.of();
        }
        ConfigurableListableBeanFactory factory = context.getBeanFactory();
        List<Offer> offers = new ArrayList<>();
        for (String name : factory.getBeanNamesForAnnotation(SpiProvider.class)) {
            if (!name.startsWith(SCOPED_TARGET)) {
                offers.add(offer(factory, name));
            }
        }
        return offers;
    }

    private static Offer offer(ConfigurableListableBeanFactory factory, String name) {
        boolean proxied = factory.containsBeanDefinition(SCOPED_TARGET + name);
        if (!factory.isSingleton(name) && !proxied) {
            throw Offer.invalid(
                    name,
                    "is not a singleton, so that nobody could say which one is called",
                    "Make it a singleton, or give its scope a proxy mode.");
        }
        Optional<SpiProvider> annotation = Optional.ofNullable(factory.findAnnotationOnBean(name, SpiProvider.class));
        return new Offer(factory.getBean(name), name, annotation);
    }
}
