package dev.berth.application;

import org.springframework.aop.config.AopConfigUtils;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.ClassUtils;

/**
 * Lets a biz have aspects where it brings AspectJ and the base has none.
 *
 * <p>Such a biz defines what of Spring works with AspectJ for itself. Spring's registration of the bean that makes the proxies
 * names the class of that bean by itself, the base's, which can't be linked.
 */
final class OwnAspects {

    private OwnAspects() {}

    /** Gives the context, before it is refreshed, the biz's own class of that bean, if it has one. */
    static void let(ConfigurableApplicationContext context, ClassLoader loader) {
        context.addBeanFactoryPostProcessor(beans -> replace(beans, loader));
    }

    private static void replace(ConfigurableListableBeanFactory beans, ClassLoader loader) {
        if (!beans.containsBeanDefinition(AopConfigUtils.AUTO_PROXY_CREATOR_BEAN_NAME)) {
            return;
        }
        BeanDefinition creator = beans.getBeanDefinition(AopConfigUtils.AUTO_PROXY_CREATOR_BEAN_NAME);
        if (creator instanceof AbstractBeanDefinition definition && definition.hasBeanClass()) {
            String name = definition.getBeanClass().getName();
            if (ClassUtils.isPresent(name, loader)) {
                definition.setBeanClass(ClassUtils.resolveClassName(name, loader));
            }
        }
    }
}
