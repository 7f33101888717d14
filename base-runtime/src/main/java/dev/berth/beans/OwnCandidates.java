package dev.berth.beans;

import java.lang.reflect.Member;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.DependencyDescriptor;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.core.ResolvableType;

/** The beans of a biz's own that could be injected somewhere, in the biz's factory and in those above it. */
final class OwnCandidates {

    private final @Nullable BeanFactory nearest;

    OwnCandidates(@Nullable BeanFactory nearest) {
        this.nearest = nearest;
    }

    /** Tells whether the biz has a candidate for an injection point, other than the bean that the point is in. */
    boolean any(DependencyDescriptor point) {
        BeanFactory factory = nearest;
        while (factory instanceof DefaultListableBeanFactory own && !(own instanceof ImportFactory)) {
            if (anyIn(own, point)) {
                return true;
            }
            factory = own.getParentBeanFactory();
        }
        return false;
    }

    private static boolean anyIn(DefaultListableBeanFactory own, DependencyDescriptor point) {
        ResolvableType type = ResolvableType.forRawClass(point.getDependencyType());
        for (String name : own.getBeanNamesForType(type, true, point.isEager())) {
            if (own.isAutowireCandidate(name, point) && !isAround(own, name, point)) {
                return true;
            }
        }
        return false;
    }

    /** A bean may wrap the import that it replaces: the import is injected into it then, as Spring never injects a bean into itself. */
    private static boolean isAround(DefaultListableBeanFactory own, String name, DependencyDescriptor point) {
        Member member = point.getMember();
        if (member == null || !own.isCurrentlyInCreation(name)) {
            return false;
        }
        if (own.containsBeanDefinition(name)
                && own.getMergedBeanDefinition(name) instanceof RootBeanDefinition definition
                && definition.getFactoryMethodName() != null) {
            return member.equals(definition.getResolvedFactoryMethod());
        }
        Class<?> type = own.getType(name, false);
        return type != null && member.getDeclaringClass().isAssignableFrom(type);
    }
}
