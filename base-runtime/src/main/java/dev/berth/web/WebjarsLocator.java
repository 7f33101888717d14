package dev.berth.web;

import dev.berth.lifecycle.BizStart;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.ClassUtils;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.resource.PathResourceResolver;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;
import org.springframework.web.servlet.resource.ResourceResolver;

/**
 * Finds webjars without their version in the address, for a biz that brings the locator.
 *
 * <p>Spring MVC, which is the base's, adds the resolver to every chain when it sees the locator itself, and it does not
 * see what a biz brings.
 */
final class WebjarsLocator implements BeanPostProcessor {

    private static final String CHAIN = "spring.web.resources.chain.enabled";
    private static final String LOCATOR = "org.webjars.WebJarVersionLocator";
    private static final String MAPPING = "org.springframework.web.servlet.handler.SimpleUrlHandlerMapping";
    private static final String RESOLVER = "org.springframework.web.servlet.resource.LiteWebJarsResourceResolver";

    private final ClassLoader loader;

    WebjarsLocator(ClassLoader loader) {
        this.loader = loader;
    }

    /** Tells whether a biz brings the locator and Spring MVC has nothing to do with it. */
    static boolean isNeeded(ClassLoader biz) {
        ClassLoader base = WebjarsLocator.class.getClassLoader();
        return ClassUtils.isPresent(LOCATOR, biz)
                && ClassUtils.isPresent(MAPPING, base)
                && !ClassUtils.isPresent(LOCATOR, base);
    }

    /** Takes part in a context that is not refreshed yet. */
    void register(ConfigurableApplicationContext context, BizStart start) {
        // Spring Boot has a chain by default where it sees the locator
        if (!context.getEnvironment().containsProperty(CHAIN)) {
            start.property(CHAIN, "true");
        }
        context.getBeanFactory().addBeanPostProcessor(this);
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String beanName) {
        if (bean instanceof SimpleUrlHandlerMapping mapping) {
            mapping.getUrlMap().values().stream()
                    .filter(ResourceHttpRequestHandler.class::isInstance)
                    .distinct()
                    .forEach(handler -> addTo((ResourceHttpRequestHandler) handler));
        }
        return bean;
    }

    /** As Spring MVC does it: before what reads the path as it stands, and only where there is a chain. */
    private void addTo(ResourceHttpRequestHandler handler) {
        List<ResourceResolver> resolvers = new ArrayList<>(handler.getResourceResolvers());
        int last = resolvers.size() - 1;
        if (last < 1 || !(resolvers.get(last) instanceof PathResourceResolver)) {
            return;
        }
        try {
            resolvers.add(last, (ResourceResolver)
                    loader.loadClass(RESOLVER).getDeclaredConstructor().newInstance());
            handler.setResourceResolvers(resolvers);
            handler.afterPropertiesSet();
        } catch (Exception failure) {
            throw new IllegalStateException("The webjars of the biz can't be located", failure);
        }
    }
}
