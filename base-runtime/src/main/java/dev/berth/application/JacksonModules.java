package dev.berth.application;

import java.util.ServiceLoader;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.ClassUtils;
import tools.jackson.databind.JacksonModule;

/**
 * Lets a biz have the Jackson modules that it brings, such as Kotlin's.
 *
 * <p>Spring Boot searches them by the loader of its own classes, which is the base's, and takes modules that are beans as
 * well. A module that both searches find is added once: Jackson knows them by their ids.
 */
final class JacksonModules {

    private static final String MODULE = "tools.jackson.databind.JacksonModule";
    private static final String SWITCH = "spring.jackson.find-and-add-modules";

    private JacksonModules() {}

    /** Makes the modules that a biz's loader finds beans of its context, before that is refreshed. */
    static void register(ConfigurableApplicationContext context, ClassLoader loader) {
        ClassLoader base = JacksonModules.class.getClassLoader();
        boolean shared = ClassUtils.isPresent(MODULE, base)
                && ClassUtils.isPresent(MODULE, loader)
                && ClassUtils.resolveClassName(MODULE, base) == ClassUtils.resolveClassName(MODULE, loader);
        if (shared && context.getEnvironment().getProperty(SWITCH, Boolean.class, true)) {
            Found.register(context.getBeanFactory(), loader);
        }
    }

    /** Loaded only where there is a Jackson. */
    private static final class Found {

        static void register(ConfigurableListableBeanFactory beans, ClassLoader loader) {
            for (JacksonModule module : ServiceLoader.load(JacksonModule.class, loader)) {
                beans.registerSingleton(module.getClass().getName(), module);
            }
        }
    }
}
