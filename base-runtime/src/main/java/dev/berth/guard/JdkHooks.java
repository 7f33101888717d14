package dev.berth.guard;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Puts the hooks into the JDK of this JVM.
 *
 * <p>It transforms only while it puts them there: the classes stay changed, and what the JVM loads afterwards is not looked
 * at. Doing it again starts from the JDK's own classes, so that there is never more than one hook in a method.
 */
final class JdkHooks implements ClassFileTransformer {

    private final Set<JdkHook> found = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Throwable failure;

    private JdkHooks() {}

    /**
     * Changes the classes.
     *
     * @return the state of the guard; nothing is changed when it is off
     */
    static GuardState install(Instrumentation instrumentation) {
        return new JdkHooks().apply(instrumentation);
    }

    private GuardState apply(Instrumentation instrumentation) {
        if (!instrumentation.isRetransformClassesSupported()) {
            return GuardState.off(
                    "The manifest of the agent's jar does not let it change classes",
                    "Put the agent into the jar anew, with the goal 'guard' of biz-maven-plugin");
        }
        retransform(instrumentation);
        List<JdkHook> missing =
                JdkHook.all().stream().filter(hook -> !found.contains(hook)).toList();
        if (failure == null && missing.isEmpty()) {
            return GuardState.ON;
        }
        restore(instrumentation);
        String why = failure != null
                ? failure.toString()
                : "it has no '" + missing.get(0).label() + "' as others have";
        return GuardState.off(
                "The agent can't change classes of Java " + Runtime.version().feature() + ": " + why,
                "Run the base on a Java version that its Spring Boot supports");
    }

    private void retransform(Instrumentation instrumentation) {
        instrumentation.addTransformer(this, true);
        try {
            instrumentation.retransformClasses(types());
        } catch (UnmodifiableClassException | RuntimeException | LinkageError refused) {
            failure = refused;
        } finally {
            instrumentation.removeTransformer(this);
        }
    }

    /** Without a transformer the classes become what they were. */
    private static void restore(Instrumentation instrumentation) {
        try {
            instrumentation.retransformClasses(types());
        } catch (UnmodifiableClassException | RuntimeException | LinkageError refused) {
            // Then nothing could be changed before either
        }
    }

    private static Class<?>[] types() {
        Set<Class<?>> types = new LinkedHashSet<>();
        JdkHook.all().forEach(hook -> types.add(hook.type()));
        return types.toArray(Class<?>[]::new);
    }

    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            @Nullable String name,
            @Nullable Class<?> type,
            @Nullable ProtectionDomain domain,
            byte[] original) {
        List<JdkHook> hooks =
                JdkHook.all().stream().filter(hook -> hook.type() == type).toList();
        if (hooks.isEmpty()) {
            return null;
        }
        try {
            return HookWriter.write(original, hooks, found);
        } catch (RuntimeException | LinkageError unreadable) {
            // The JVM would drop it silently: a class file of a newer Java, or a Spring without these classes
            failure = unreadable;
            return null;
        }
    }
}
