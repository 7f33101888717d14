package dev.berth.trigger;

import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.BeanFactoryAware;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.LifecycleProcessor;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.context.support.DefaultLifecycleProcessor;

/**
 * The triggers of one context, and how they come under control while it is refreshed.
 *
 * <p>Added when all bean definitions of the biz are known, so that it changes no condition. The lifecycle processor of
 * the context stays the biz's, with its time limits; it only does not see triggers while they are held.
 */
final class ContextTriggers implements BeanFactoryPostProcessor, BeanPostProcessor {

    private static final String PROCESSOR = AbstractApplicationContext.LIFECYCLE_PROCESSOR_BEAN_NAME;
    private static final String CONFIGURER = "berthSchedulingConfigurer";
    private static final String SETTING = "berth.triggers";

    private final ConfigurableApplicationContext context;
    private final Schedules schedules;
    private final Listeners listeners;
    private volatile TriggerBeans beans = TriggerBeans.none();
    private volatile boolean held = true;

    ContextTriggers(ConfigurableApplicationContext context, Schedules schedules, Listeners listeners) {
        this.context = context;
        this.schedules = schedules;
        this.listeners = listeners;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory factory) {
        beans = new TriggerBeans(factory, named());
        if (!factory.containsLocalBean(PROCESSOR) && factory instanceof BeanDefinitionRegistry registry) {
            // The context would make the same one itself, out of this post-processor's reach
            registry.registerBeanDefinition(PROCESSOR, new RootBeanDefinition(DefaultLifecycleProcessor.class));
        }
        factory.addBeanPostProcessor(this);
        // A singleton of its own is found behind all beans that are defined, and so has the last word
        factory.registerSingleton(CONFIGURER, schedules);
    }

    private Set<String> named() {
        return Set.copyOf(Binder.get(context.getEnvironment())
                .bind(SETTING, Bindable.listOf(String.class))
                .orElse(List.of()));
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        if (bean instanceof LifecycleProcessor && bean instanceof BeanFactoryAware aware) {
            aware.setBeanFactory(beans.hidingView(() -> held));
        }
        return bean;
    }

    /** Tells whether the context runs; one that failed or was closed by the biz itself has no triggers. */
    boolean usable() {
        return context.isActive();
    }

    void hold() {
        if (held) {
            listeners.stop(beans);
        }
    }

    /** Lets its triggers start from now on, until they are stopped. */
    void open() {
        held = false;
    }

    /** Starts it if it surely has no triggers, and makes no bean to learn that; else does nothing and returns false. */
    boolean startIfNone() {
        return beans.surelyNone() && schedules.startIfNone();
    }

    /** Lets none of its triggers start any more; waits for nothing. */
    void shut() {
        held = true;
    }

    /** Starts its triggers; one that hangs does not keep them from being stopped, and no other starts after that. */
    void start() {
        listeners.start(beans, () -> held);
        schedules.start(() -> held);
    }

    void stop() {
        shut();
        schedules.stop();
        listeners.stop(beans);
    }

    void release() {
        schedules.release();
        listeners.release();
    }
}
