package dev.berth.launch;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.stream.Stream;

/**
 * Defines the inside of Berth and the libraries that only Berth needs.
 *
 * <p>These come from here even when the application has them too, in whatever version; everything else (Spring, Tomcat,
 * Jackson, SLF4J) comes from the application, whose server and contexts the inside works with. The application never
 * sees this loader.
 */
final class RuntimeLoader extends URLClassLoader {

    /** Packages that are defined here; each name is followed by a dot or is the whole package. */
    private static final List<String> OWN = List.of(
            "dev.berth.",
            "com.alipay.sofa.",
            "com.google.common.",
            "com.google.inject.",
            "com.google.re2j.",
            "com.google.thirdparty.",
            "io.micrometer.",
            "io.prometheus.",
            "javax.inject.",
            "jakarta.inject.",
            "org.aopalliance.",
            "org.apache.commons.io.",
            "org.eclipse.aether.",
            "org.springframework.security.");

    /** Of these, what the application and the inside both speak. */
    private static final List<String> COMMON =
            List.of("dev.berth.launch.", "dev.berth.api.", "org.aopalliance.intercept.", "org.aopalliance.aop.");

    static {
        ClassLoader.registerAsParallelCapable();
    }

    RuntimeLoader(URL own, List<URL> libraries, ClassLoader application) {
        super("berth", Stream.concat(libraries.stream(), Stream.of(own)).toArray(URL[]::new), application);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!own(name)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            Class<?> type = known != null ? known : findClass(name);
            if (resolve) {
                resolveClass(type);
            }
            return type;
        }
    }

    private static boolean own(String name) {
        return OWN.stream().anyMatch(name::startsWith) && COMMON.stream().noneMatch(name::startsWith);
    }

    @Override
    public URL getResource(String name) {
        URL mine = findResource(name);
        return own(name.replace('/', '.')) && mine != null ? mine : super.getResource(name);
    }
}
