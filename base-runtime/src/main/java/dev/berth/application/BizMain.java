package dev.berth.application;

import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;

/**
 * The main method of a biz, found as the launchers of the JDK and of Spring Boot find it: static, with or without
 * arguments, public or not.
 */
final class BizMain {

    private final Method method;

    private BizMain(Method method) {
        this.method = method;
    }

    static BizMain find(String className, ClassLoader loader) {
        Class<?> type = load(className, loader);
        for (Class<?>[] parameters : new Class<?>[][] {{String[].class}, {}}) {
            try {
                Method method = type.getDeclaredMethod("main", parameters);
                if (Modifier.isStatic(method.getModifiers())) {
                    method.setAccessible(true);
                    return new BizMain(method);
                }
            } catch (NoSuchMethodException none) {
                // The next form may be there
            }
        }
        throw new BerthException(
                ErrorCode.NO_MAIN_CLASS,
                "Class '" + className + "' has no static main method",
                "Name the class with the main method as Start-Class in the manifest, as Spring Boot's build plugins do.");
    }

    private static Class<?> load(String className, ClassLoader loader) {
        try {
            return Class.forName(className, false, loader);
        } catch (ClassNotFoundException missing) {
            throw new BerthException(
                    ErrorCode.NO_MAIN_CLASS,
                    "Main class '" + className + "' is not in the jar",
                    "Build the jar anew, or name the right class as Start-Class in its manifest.",
                    missing);
        }
    }

    /** Runs main without arguments; what it throws comes out as thrown. */
    void run() throws Throwable {
        try {
            if (method.getParameterCount() == 0) {
                method.invoke(null);
            } else {
                method.invoke(null, (Object) new String[0]);
            }
        } catch (InvocationTargetException failure) {
            throw failure.getCause() == null ? failure : failure.getCause();
        }
    }
}
