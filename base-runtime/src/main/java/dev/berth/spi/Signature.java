package dev.berth.spi;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.security.CodeSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The types that a provider and a consumer of an SPI must have in common, less those of the JDK.
 *
 * <p>What the SPI names itself, in methods, type arguments, bounds, exceptions and superinterfaces, both must see. What
 * these types name in turn must not be another class under the same name; a biz that does not see it can't speak of it.
 * The search goes on through the types of the jars that have the SPI and the types it names, and no further.
 */
final class Signature {

    /** Contracts are small; the limit keeps a search that strayed into a large library short. */
    private static final int MOST = 2_000;

    private final Set<Class<?>> named;
    private final Set<Class<?>> reached;

    private Signature(Set<Class<?>> named, Set<Class<?>> reached) {
        this.named = named;
        this.reached = reached;
    }

    static Signature of(Class<?> spi) {
        Set<Class<?>> named = new LinkedHashSet<>();
        Deque<Class<?>> interfaces = new ArrayDeque<>(List.of(spi));
        while (!interfaces.isEmpty()) {
            Class<?> next = interfaces.pop();
            if (!isOfJdk(next) && named.add(next)) {
                Search search = new Search(named);
                search.types(next.getGenericInterfaces());
                search.types(next.getTypeParameters());
                Stream.of(next.getDeclaredMethods()).forEach(search::executable);
                interfaces.addAll(List.of(next.getInterfaces()));
                named.addAll(search.found);
            }
        }
        return new Signature(Set.copyOf(named), reachedFrom(named));
    }

    private static Set<Class<?>> reachedFrom(Set<Class<?>> named) {
        Set<Optional<String>> jars = new LinkedHashSet<>();
        named.forEach(type -> jars.add(jar(type)));
        Set<Class<?>> all = new LinkedHashSet<>(named);
        Deque<Class<?>> open = new ArrayDeque<>(named);
        while (!open.isEmpty() && all.size() < MOST) {
            Class<?> type = open.pop();
            if (jars.contains(jar(type))) {
                membersOf(type).stream().filter(all::add).forEach(open::add);
            }
        }
        all.removeAll(named);
        return Set.copyOf(all);
    }

    private static Set<Class<?>> membersOf(Class<?> type) {
        Search search = new Search(Set.of());
        try {
            Type parent = type.getGenericSuperclass();
            if (parent != null) {
                search.type(parent);
            }
            search.types(type.getGenericInterfaces());
            if (type.isSealed()) {
                search.types(type.getPermittedSubclasses());
            }
            Stream.of(type.getDeclaredMethods()).filter(Signature::isOpen).forEach(search::executable);
            Stream.of(type.getDeclaredConstructors()).filter(Signature::isOpen).forEach(search::executable);
            Stream.of(type.getDeclaredFields())
                    .filter(Signature::isOpen)
                    .map(Field::getGenericType)
                    .forEach(search::type);
        } catch (LinkageError | TypeNotPresentException incomplete) {
            // A library that is not there in part: nobody can pass what it can't have
            return search.found;
        }
        return search.found;
    }

    private static boolean isOpen(Member member) {
        return Modifier.isPublic(member.getModifiers()) || Modifier.isProtected(member.getModifiers());
    }

    private static Optional<String> jar(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        return source == null || source.getLocation() == null
                ? Optional.empty()
                : Optional.of(source.getLocation().toString());
    }

    private static boolean isOfJdk(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        return loader == null || loader == ClassLoader.getPlatformClassLoader();
    }

    /** Returns what a biz with that loader has other classes for, or does not see, in alphabetical order. */
    List<String> notSharedWith(ClassLoader loader) {
        List<String> apart = new ArrayList<>();
        for (Class<?> type : named) {
            Optional<Class<?>> seen = seenBy(loader, type);
            if (seen.isEmpty()) {
                apart.add("'" + type.getName() + "' (it does not see it)");
            } else if (seen.get() != type) {
                apart.add("'" + type.getName() + "' (it has its own)");
            }
        }
        reached.stream()
                .filter(type ->
                        seenBy(loader, type).filter(seen -> seen != type).isPresent())
                .forEach(type -> apart.add("'" + type.getName() + "' (it has its own)"));
        return apart.stream().sorted().toList();
    }

    private static Optional<Class<?>> seenBy(ClassLoader loader, Class<?> type) {
        try {
            return Optional.of(Class.forName(type.getName(), false, loader));
        } catch (ClassNotFoundException | LinkageError hidden) {
            return Optional.empty();
        }
    }

    /** Collects the classes in types. */
    private static final class Search {

        private final Set<Class<?>> found = new LinkedHashSet<>();
        private final Set<Type> passed = new LinkedHashSet<>();

        /** Begins a search that passes over what is known already. */
        Search(Set<Class<?>> known) {
            passed.addAll(known);
        }

        void executable(Executable executable) {
            types(executable.getGenericParameterTypes());
            types(executable.getGenericExceptionTypes());
            types(executable.getTypeParameters());
            if (executable instanceof Method method) {
                type(method.getGenericReturnType());
            } else if (executable instanceof Constructor<?> constructor) {
                type(constructor.getDeclaringClass());
            }
        }

        void types(Type[] types) {
            for (Type type : types) {
                type(type);
            }
        }

        void type(Type type) {
            if (!passed.add(type)) {
                return;
            }
            if (type instanceof Class<?> known) {
                plain(known);
            } else if (type instanceof ParameterizedType generic) {
                type(generic.getRawType());
                types(generic.getActualTypeArguments());
            } else if (type instanceof GenericArrayType array) {
                type(array.getGenericComponentType());
            } else if (type instanceof WildcardType wildcard) {
                types(wildcard.getUpperBounds());
                types(wildcard.getLowerBounds());
            } else if (type instanceof TypeVariable<?> variable) {
                types(variable.getBounds());
            }
        }

        private void plain(Class<?> type) {
            Class<?> element = type;
            while (element.isArray()) {
                element = element.getComponentType();
            }
            if (!element.isPrimitive() && !isOfJdk(element)) {
                found.add(element);
            }
        }
    }
}
