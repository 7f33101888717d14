package dev.berth.trigger;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.Lifecycle;
import org.springframework.context.Phased;

/**
 * Finds the triggers among the beans of a context that have a lifecycle.
 *
 * @param factory the beans of the context
 * @param named the beans that the biz names as triggers itself
 */
record TriggerBeans(ConfigurableListableBeanFactory factory, Set<String> named) {

    TriggerBeans {
        named = Set.copyOf(named);
    }

    static TriggerBeans none() {
        return new TriggerBeans(new DefaultListableBeanFactory(), Set.of());
    }

    /** Returns the triggers, those of the lowest phase first; registries by the containers that they hold. */
    List<Lifecycle> inOrder() {
        return inOrder(name -> true);
    }

    /** Returns those that exist by now, in the same order; none is made, at which the biz could hang. */
    List<Lifecycle> existing() {
        return inOrder(this::exists);
    }

    /** Tells that there are no triggers; says no, and makes nothing, where a bean that does not exist yet could be one. */
    boolean surelyNone() {
        return Arrays.stream(factory.getBeanNamesForType(Lifecycle.class, false, false))
                .allMatch(name -> exists(name) && !isTrigger(name));
    }

    private List<Lifecycle> inOrder(Predicate<String> chosen) {
        List<Lifecycle> found = new ArrayList<>();
        for (String name : factory.getBeanNamesForType(Lifecycle.class, false, false)) {
            if (chosen.test(name) && isTrigger(name) && factory.getBean(bean(name)) instanceof Lifecycle bean) {
                found.addAll(TriggerTypes.containers(bean));
            }
        }
        found.sort(Comparator.comparingInt(bean -> bean instanceof Phased phased ? phased.getPhase() : 0));
        return found;
    }

    private boolean exists(String name) {
        return factory.containsSingleton(BeanFactoryUtils.transformedBeanName(name));
    }

    private boolean isTrigger(String name) {
        Class<?> type = factory.getType(bean(name));
        return named.contains(BeanFactoryUtils.transformedBeanName(name))
                || (type != null && TriggerTypes.contain(type));
    }

    /** Of a factory bean with a lifecycle the factory is meant and not what it makes. */
    private String bean(String name) {
        String plain = BeanFactoryUtils.transformedBeanName(name);
        return factory.isFactoryBean(plain) ? BeanFactory.FACTORY_BEAN_PREFIX + plain : plain;
    }

    /**
     * Returns the beans as the lifecycle processor shall see them.
     *
     * @param hidden tells whether there are no triggers among the beans with a lifecycle, but those that run all the same
     */
    ConfigurableListableBeanFactory hidingView(BooleanSupplier hidden) {
        return (ConfigurableListableBeanFactory) Proxy.newProxyInstance(
                ConfigurableListableBeanFactory.class.getClassLoader(),
                new Class<?>[] {ConfigurableListableBeanFactory.class},
                (proxy, method, arguments) -> {
                    Object result;
                    try {
                        result = method.invoke(factory, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                    return result instanceof String[] names && asksForLifecycles(arguments) && hidden.getAsBoolean()
                            ? Arrays.stream(names).filter(this::isVisible).toArray(String[]::new)
                            : result;
                });
    }

    private static boolean asksForLifecycles(Object @Nullable [] arguments) {
        return arguments != null && arguments.length > 0 && arguments[0] == Lifecycle.class;
    }

    private boolean isVisible(String name) {
        return !isTrigger(name)
                || (exists(name) && factory.getBean(bean(name)) instanceof Lifecycle bean && bean.isRunning());
    }
}
