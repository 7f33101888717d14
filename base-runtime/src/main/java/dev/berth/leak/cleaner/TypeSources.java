package dev.berth.leak.cleaner;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;

/** For which classes Spring has worked out a generic type: its own types know the field or the parameter. */
final class TypeSources {

    private static final Logger logger = LoggerFactory.getLogger(TypeSources.class);

    /** Types within types; deeper ones are taken for a biz's. */
    private static final int DEPTH = 16;

    private static final String WRAPPER = "org.springframework.core.SerializableTypeWrapper$";

    private final Class<?> handler = type(WRAPPER + "TypeProxyInvocationHandler");
    private final Class<?> invoking = type(WRAPPER + "MethodInvokeTypeProvider");
    private final Field proxyProvider = opened(handler.getDeclaredField("provider"));
    private final Field invokedProvider = opened(invoking.getDeclaredField("provider"));
    private final Method source = opened(type(WRAPPER + "TypeProvider").getDeclaredMethod("getSource"));
    private final Field type = opened(ResolvableType.class.getDeclaredField("type"));
    private final Field typeProvider = opened(ResolvableType.class.getDeclaredField("typeProvider"));
    private final Field component = opened(ResolvableType.class.getDeclaredField("componentType"));
    private final Field variables = opened(ResolvableType.class.getDeclaredField("variableResolver"));
    private final Method variablesSource = opened(variables.getType().getDeclaredMethod("getSource"));

    private TypeSources() throws ReflectiveOperationException {}

    /** Finds where Spring keeps it; nothing, and a warning, when Spring is not as this knows it. */
    static Optional<TypeSources> find() {
        try {
            return Optional.of(new TypeSources());
        } catch (ReflectiveOperationException | RuntimeException changed) {
            logger.warn(
                    "Spring's types are not as they were; what it remembers of them is forgotten at each start",
                    changed);
            return Optional.empty();
        }
    }

    private static Class<?> type(String name) throws ClassNotFoundException {
        return Class.forName(name, false, ResolvableType.class.getClassLoader());
    }

    private static <M extends AccessibleObject> M opened(M member) {
        member.setAccessible(true);
        return member;
    }

    /**
     * Tells whether what Spring made of a type was made for a class that not all share, or may have been.
     *
     * @param type a type of Spring's, or any other object, of which only Spring's know more than they are equal by
     */
    boolean knowABiz(Object type) {
        try {
            return isOfABiz(type, DEPTH);
        } catch (ReflectiveOperationException | RuntimeException unknown) {
            logger.debug("It can't be told for whom Spring has worked out '{}'", type.getClass(), unknown);
            return true;
        }
    }

    private boolean isOfABiz(@Nullable Object candidate, int depth) throws ReflectiveOperationException {
        if (depth == 0) {
            return true;
        }
        if (candidate instanceof ResolvableType resolvable) {
            return isOfABiz(type.get(resolvable), depth - 1)
                    || isProvidedByABiz(typeProvider.get(resolvable))
                    || isOfABiz(component.get(resolvable), depth - 1)
                    || isOfABiz(asked(variables.get(resolvable), variablesSource), depth - 1);
        }
        if (candidate instanceof Object[] several) {
            for (Object each : several) {
                if (isOfABiz(each, depth - 1)) {
                    return true;
                }
            }
            return false;
        }
        return candidate instanceof Type
                && Proxy.isProxyClass(candidate.getClass())
                && isProvidedByABiz(provider(candidate));
    }

    private @Nullable Object provider(Object proxy) throws ReflectiveOperationException {
        InvocationHandler own = Proxy.getInvocationHandler(proxy);
        return handler.isInstance(own) ? proxyProvider.get(own) : null;
    }

    private boolean isProvidedByABiz(@Nullable Object provider) throws ReflectiveOperationException {
        Object first = provider;
        while (invoking.isInstance(first)) {
            first = invokedProvider.get(first);
        }
        Object owner = asked(first, source);
        if (owner instanceof Field field) {
            return !isShared(field.getDeclaringClass());
        }
        if (owner instanceof MethodParameter parameter) {
            return !isShared(parameter.getContainingClass()) || !isShared(parameter.getDeclaringClass());
        }
        return owner != null;
    }

    private static @Nullable Object asked(@Nullable Object owner, Method getter) throws ReflectiveOperationException {
        return owner == null ? null : getter.invoke(owner);
    }

    /** The base's own classes and the JDK's. */
    private static boolean isShared(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        for (ClassLoader base = ResolvableType.class.getClassLoader(); base != null; base = base.getParent()) {
            if (loader == base) {
                return true;
            }
        }
        return loader == null;
    }
}
