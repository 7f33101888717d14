package dev.berth.beans;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.util.PatternMatchUtils;

/**
 * Names of beans, fully qualified names of types, and patterns of both, in which {@code *} stands for any characters.
 *
 * @param entries the names and patterns
 */
record BeanPatterns(List<String> entries) {

    BeanPatterns {
        entries = List.copyOf(entries);
    }

    static BeanPatterns of(Collection<String> entries) {
        return new BeanPatterns(entries.stream()
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .sorted()
                .toList());
    }

    boolean match(String beanName, Collection<Class<?>> types) {
        return entries.stream().anyMatch(entry -> matches(entry, beanName, types));
    }

    static boolean matches(String entry, String beanName, Collection<Class<?>> types) {
        return PatternMatchUtils.simpleMatch(entry, beanName)
                || types.stream()
                        .flatMap(type -> Stream.of(type.getName(), type.getCanonicalName()))
                        .filter(Objects::nonNull)
                        .anyMatch(name -> PatternMatchUtils.simpleMatch(entry, name));
    }

    /** Tells whether an entry can stand for more than one name. */
    static boolean isPattern(String entry) {
        return entry.indexOf('*') >= 0;
    }
}
