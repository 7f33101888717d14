package dev.berth.beans;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.core.ResolvableType;

/**
 * A singleton of the base that it offers to every biz.
 *
 * @param name its name in the base
 * @param aliases its other names
 * @param bean the bean itself
 * @param type its type as it was declared, with generics
 * @param types the types by which it may be injected, its class first
 * @param source its definition in the base, of which nothing is changed; a singleton that was registered as it is has none
 */
record ExportedBean(
        String name,
        List<String> aliases,
        Object bean,
        ResolvableType type,
        List<Class<?>> types,
        Optional<RootBeanDefinition> source) {

    ExportedBean {
        aliases = List.copyOf(aliases);
        types = List.copyOf(types);
    }

    /** Returns the name of the type that the base declared, for people. */
    String typeName() {
        return type.toString();
    }

    /** Returns the class that the base declared, unless nobody could have that injected. */
    Class<?> declaredType() {
        Class<?> declared = type.toClass();
        return types.contains(declared) ? declared : types.get(0);
    }

    /** Returns the type as it was declared where it says more than the class does. */
    ResolvableType as(Class<?> supertype) {
        ResolvableType seen = type.as(supertype);
        return seen == ResolvableType.NONE || seen.hasUnresolvableGenerics()
                ? ResolvableType.forRawClass(supertype)
                : seen;
    }

    /**
     * Makes a definition by which Spring finds the bean as it does in the base.
     *
     * @param ownInstead tells whether the biz has a bean of its own for what this one is
     */
    ImportedDefinition definition(BooleanSupplier ownInstead) {
        ImportedDefinition made = new ImportedDefinition(ownInstead);
        made.setTargetType(type);
        made.setResourceDescription("the base");
        source.ifPresent(definition -> {
            made.copyQualifiersFrom(definition);
            made.setPrimary(definition.isPrimary());
            made.setFallback(definition.isFallback());
            made.setAutowireCandidate(definition.isAutowireCandidate());
            made.setDefaultCandidate(definition.isDefaultCandidate());
            made.setQualifiedElement(definition.getQualifiedElement());
            made.setResolvedFactoryMethod(definition.getResolvedFactoryMethod());
            made.setAttribute(
                    AbstractBeanDefinition.ORDER_ATTRIBUTE,
                    definition.getAttribute(AbstractBeanDefinition.ORDER_ATTRIBUTE));
            made.setRole(definition.getRole());
        });
        return made;
    }
}
