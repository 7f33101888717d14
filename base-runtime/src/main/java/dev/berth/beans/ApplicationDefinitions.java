package dev.berth.beans;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.boot.context.annotation.ImportCandidates;

/** Tells the beans that an application defines from those that Spring and auto-configurations define for it. */
final class ApplicationDefinitions {

    private static final String SPRING = "org.springframework.";

    private final ConfigurableListableBeanFactory factory;
    private final List<String> packages;
    private final Set<String> autoConfigurations = new HashSet<>();

    ApplicationDefinitions(ConfigurableListableBeanFactory factory) {
        this.factory = factory;
        this.packages = AutoConfigurationPackages.has(factory) ? AutoConfigurationPackages.get(factory) : List.of();
    }

    /** Tells whether a definition is the application's own. */
    boolean isOfApplication(String name) {
        BeanDefinition definition = factory.getBeanDefinition(name);
        if (definition.getRole() != BeanDefinition.ROLE_APPLICATION) {
            return false;
        }
        String definer = definer(definition);
        return packages.stream().anyMatch(own -> definer.startsWith(own + "."))
                || (!definer.startsWith(SPRING) && !isOfAutoConfiguration(definer));
    }

    /** Returns the class with the method that makes the bean, or else the class of the bean. */
    private static String definer(BeanDefinition definition) {
        if (definition instanceof AnnotatedBeanDefinition annotated && annotated.getFactoryMethodMetadata() != null) {
            return annotated.getFactoryMethodMetadata().getDeclaringClassName();
        }
        return String.valueOf(definition.getBeanClassName());
    }

    private boolean isOfAutoConfiguration(String definer) {
        if (autoConfigurations.isEmpty()) {
            ImportCandidates.load(AutoConfiguration.class, factory.getBeanClassLoader())
                    .forEach(autoConfigurations::add);
        }
        int nested = definer.indexOf('$');
        return autoConfigurations.contains(definer)
                || (nested > 0 && autoConfigurations.contains(definer.substring(0, nested)));
    }
}
