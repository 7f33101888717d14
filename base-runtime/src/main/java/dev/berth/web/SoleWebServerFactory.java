package dev.berth.web;

import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.web.server.servlet.ServletWebServerFactory;
import org.springframework.util.ClassUtils;

/**
 * Makes the base's web server factory the only one of a biz's context.
 *
 * <p>It is defined before the biz's own beans, so that Spring Boot's auto-configured servers stand back. A factory that
 * the biz defines itself is removed with a note in its log: it would open a server of its own.
 */
final class SoleWebServerFactory implements BeanFactoryPostProcessor {

    private static final Logger logger = LoggerFactory.getLogger(SoleWebServerFactory.class);
    private static final String JETTY = "org.springframework.boot.jetty.servlet.JettyServletWebServerFactory";
    private static final String BEAN_NAME = "berthWebServerFactory";

    private final Supplier<BizWebServerFactory> factory;

    SoleWebServerFactory(Supplier<BizWebServerFactory> factory) {
        this.factory = factory;
    }

    static void register(BeanDefinitionRegistry registry, Supplier<BizWebServerFactory> factory) {
        RootBeanDefinition definition = new RootBeanDefinition(BizWebServerFactory.class, factory);
        definition.setRole(BeanDefinition.ROLE_INFRASTRUCTURE);
        registry.registerBeanDefinition(BEAN_NAME, definition);
    }

    /** Says in the log of a biz that its own server has no part, where it brings one. */
    static void logOtherServers(ClassLoader loader) {
        if (ClassUtils.isPresent(JETTY, loader)) {
            logger.info("Jetty is left out: the base's Tomcat serves this biz");
        }
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
        BeanDefinitionRegistry registry = (BeanDefinitionRegistry) beanFactory;
        for (String name : beanFactory.getBeanNamesForType(ServletWebServerFactory.class, true, false)) {
            if (!name.equals(BEAN_NAME)) {
                logger.warn("The web server factory '{}' is left out: the base's Tomcat serves this biz", name);
                registry.removeBeanDefinition(name);
            }
        }
        if (!registry.containsBeanDefinition(BEAN_NAME)) {
            register(registry, factory);
        }
    }
}
