package dev.berth.beans;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * The beans that a biz defines itself, as far as its factory knows them by now.
 *
 * @param factory the factory whose parent the imports are
 */
record OwnBeans(ConfigurableListableBeanFactory factory) {

    /** Tells whether the biz has a candidate for one of the types of an export that it sees. */
    boolean standFor(ExportedBean export, Collection<Class<?>> visible) {
        return candidate(export, visible).isPresent();
    }

    /**
     * Says which bean of the biz wins against an export, if one does: by its name, by the type that the base declared, or,
     * where the biz does not see that, by each of the types that it sees.
     */
    Optional<String> insteadOf(ExportedBean export, Collection<Class<?>> visible) {
        if (factory.containsLocalBean(export.name())) {
            return Optional.of("The biz has a bean of that name");
        }
        Class<?> declared = export.declaredType();
        if (visible.contains(declared)) {
            return candidate(export, List.of(declared));
        }
        boolean each = visible.stream()
                .allMatch(type -> candidate(export, List.of(type)).isPresent());
        return each ? candidate(export, visible) : Optional.empty();
    }

    /** Says which bean of the biz is a candidate for one of the types of an export that it sees, if one is. */
    Optional<String> beside(ExportedBean export, Collection<Class<?>> visible) {
        return candidate(export, visible);
    }

    private Optional<String> candidate(ExportedBean export, Collection<Class<?>> visible) {
        for (Class<?> type : visible) {
            for (String name : factory.getBeanNamesForType(export.as(type), true, false)) {
                if (!factory.containsBeanDefinition(name)
                        || factory.getMergedBeanDefinition(name).isAutowireCandidate()) {
                    return Optional.of("Bean '" + name + "' of the biz is the '" + type.getName() + "' there");
                }
            }
        }
        return Optional.empty();
    }
}
