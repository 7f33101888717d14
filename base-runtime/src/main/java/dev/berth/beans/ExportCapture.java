package dev.berth.beans;

import dev.berth.api.ExportBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aop.scope.ScopedProxyUtils;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;

/** Finds in a base's factory what is to be exported, and takes it; used once. */
final class ExportCapture {

    private static final Logger logger = LoggerFactory.getLogger(ExportCapture.class);

    private final ConfigurableListableBeanFactory base;
    private final BeanPatterns wanted;
    private final ApplicationDefinitions definitions;
    private final List<ExportedBean> exported = new ArrayList<>();
    private final List<Export> refused = new ArrayList<>();

    ExportCapture(ConfigurableListableBeanFactory base, BeanPatterns wanted) {
        this.base = base;
        this.wanted = wanted;
        this.definitions = new ApplicationDefinitions(base);
    }

    List<ExportedBean> exported() {
        return exported;
    }

    List<Export> refused() {
        return refused;
    }

    void run() {
        Set<String> names = new LinkedHashSet<>();
        for (String name : base.getBeanNamesForAnnotation(ExportBean.class)) {
            names.add(ScopedProxyUtils.isScopedTarget(name) ? ScopedProxyUtils.getOriginalBeanName(name) : name);
        }
        for (String entry : wanted.entries()) {
            List<String> found = named(entry);
            if (found.isEmpty()) {
                refused.add(Export.refused(
                        entry, Optional.empty(), "No bean of the base has that name or type (berth.export.beans)"));
            }
            names.addAll(found);
        }
        names.forEach(this::take);
    }

    /** A pattern leaves out what Spring and others define for themselves only; a name says that it is wanted all the same. */
    private List<String> named(String entry) {
        if (base.containsLocalBean(entry)) {
            return List.of(
                    base.containsBeanDefinition(entry) || base.getAliases(entry).length == 0
                            ? entry
                            : canonical(entry));
        }
        return Arrays.stream(base.getBeanDefinitionNames())
                .filter(name -> !ScopedProxyUtils.isScopedTarget(name))
                .filter(name -> !BeanPatterns.isPattern(entry)
                        || definitions.isOfApplication(name))
                .filter(name -> BeanPatterns.matches(entry, name, types(base.getType(name, false))))
                .toList();
    }

    /** Spring lists the name that was defined first among the others, when it is asked for one of these. */
    private String canonical(String alias) {
        return Arrays.stream(base.getAliases(alias))
                .filter(base::containsBeanDefinition)
                .findFirst()
                .orElse(alias);
    }

    private static Collection<Class<?>> types(@Nullable Class<?> type) {
        return type == null ? List.of() : InjectableTypes.of(type);
    }

    private void take(String name) {
        String scope = scopeBeyondSingleton(name);
        if (!scope.isEmpty()) {
            refuse(name, "It is no singleton but of scope '" + scope + "'");
            return;
        }
        Object bean;
        try {
            bean = base.getBean(name);
        } catch (BeansException failure) {
            logger.atWarn().setCause(failure).addKeyValue("bean", name).log("A bean to be exported can't be made");
            refuse(name, "It can't be made (" + failure.getClass().getSimpleName() + "), as the log of the base says");
            return;
        }
        List<Class<?>> types = InjectableTypes.of(bean.getClass());
        if (base.getType(name) == null || types.isEmpty()) {
            refuse(name, "It is nothing that could be injected");
            return;
        }
        ExportedPool.keepUnmeasured(bean);
        Optional<RootBeanDefinition> source = source(name);
        exported.add(new ExportedBean(
                name, Arrays.asList(base.getAliases(name)), bean, declared(name, bean, source), types, source));
    }

    private void refuse(String name, String why) {
        Class<?> type = base.getType(name, false);
        refused.add(Export.refused(name, Optional.ofNullable(type).map(Class::getName), why));
    }

    /** Returns the scope of a bean that is no singleton, even where a proxy that is one stands before it. */
    private String scopeBeyondSingleton(String name) {
        String target = ScopedProxyUtils.getTargetBeanName(name);
        if (base.containsBeanDefinition(target)) {
            return String.valueOf(base.getMergedBeanDefinition(target).getScope());
        }
        if (base.isSingleton(name)) {
            return "";
        }
        String scope = base.containsBeanDefinition(name)
                ? String.valueOf(base.getMergedBeanDefinition(name).getScope())
                : "";
        // The object of a factory bean may be made anew each time although the factory bean is a singleton
        return scope.isEmpty() || scope.equals(BeanDefinition.SCOPE_SINGLETON) ? BeanDefinition.SCOPE_PROTOTYPE : scope;
    }

    private Optional<RootBeanDefinition> source(String name) {
        return base.containsBeanDefinition(name)
                        && base.getMergedBeanDefinition(name) instanceof RootBeanDefinition definition
                ? Optional.of(definition)
                : Optional.empty();
    }

    /** Returns the type by which the base itself tells {@code Repo<String>} from {@code Repo<Integer>}. */
    private ResolvableType declared(String name, Object bean, Optional<RootBeanDefinition> source) {
        ResolvableType ofClass = ResolvableType.forClass(ClassUtils.getUserClass(bean));
        ResolvableType type = source.map(RootBeanDefinition::getResolvableType).orElse(ofClass);
        if (base.isFactoryBean(name)) {
            type = type.as(FactoryBean.class).getGeneric(0);
        }
        return type.resolve() == null || type.resolve() == Object.class || !isOf(bean, type) ? ofClass : type;
    }

    private static boolean isOf(Object bean, ResolvableType type) {
        Class<?> resolved = type.resolve();
        return resolved != null && resolved.isInstance(bean);
    }
}
