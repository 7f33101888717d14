package dev.berth.beans;

import java.lang.reflect.Member;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.DependencyDescriptor;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ClassUtils;

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

    /**
     * A bean may wrap the import that it replaces: the import is injected into it then, as Spring never injects a bean into
     * itself. It may do so long after it was made, by an {@code ObjectProvider} or {@code @Lazy}.
     */
    private static boolean isAround(DefaultListableBeanFactory own, String name, DependencyDescriptor point) {
        Member member = point.getMember();
        if (member == null) {
            return false;
        }
        if (member instanceof Method method) {
            boolean makesIt = own.containsBeanDefinition(name)
                    && own.getMergedBeanDefinition(name) instanceof RootBeanDefinition definition
                    && member.equals(definition.getResolvedFactoryMethod());
            if (makesIt || AnnotatedElementUtils.hasAnnotation(method, Bean.class)) {
                return makesIt;
            }
        }
        Class<?> type = own.getType(name, false);
        Class<?> holder = member.getDeclaringClass();
        return type != null
                && (holder == ClassUtils.getUserClass(type)
                        || holder == type
                        // What several beans inherit a field or setter from says only for a moment whose it is
                        || (own.isCurrentlyInCreation(name) && holder.isAssignableFrom(type)));
    }
}
