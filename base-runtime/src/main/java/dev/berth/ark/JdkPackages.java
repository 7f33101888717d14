package dev.berth.ark;

import java.lang.module.ResolvedModule;
import java.util.HashMap;
import java.util.Map;

/**
 * The packages of the JDK's modules; these win over what a library has.
 *
 * <p>Some of them, such as the compiler's, are defined by the loader that also defines the classes of the class path. For
 * a package of a module it looks nowhere else, so asking it shows nothing of the base.
 */
final class JdkPackages {

    private static final ClassLoader PLATFORM = ClassLoader.getPlatformClassLoader();

    private static final Map<String, ClassLoader> LOADERS = loaders();

    private JdkPackages() {}

    private static Map<String, ClassLoader> loaders() {
        Map<String, ClassLoader> loaders = new HashMap<>();
        for (ResolvedModule resolved : ModuleLayer.boot().configuration().modules()) {
            ClassLoader own = ModuleLayer.boot().findLoader(resolved.name());
            boolean jdk = resolved.reference()
                    .location()
                    .filter(location -> "jrt".equals(location.getScheme()))
                    .isPresent();
            if (jdk) {
                ClassLoader loader = own == null ? PLATFORM : own;
                resolved.reference().descriptor().packages().forEach(name -> loaders.put(name, loader));
            }
        }
        return Map.copyOf(loaders);
    }

    static boolean contains(String packageName) {
        return packageName.startsWith("java.") || LOADERS.containsKey(packageName);
    }

    /** Returns the loader to ask for a class of a package that {@link #contains} knows. */
    static ClassLoader loader(String packageName) {
        return LOADERS.getOrDefault(packageName, PLATFORM);
    }

    /** Returns the loader to ask for resources of the JDK; it knows none of the class path. */
    static ClassLoader loader() {
        return PLATFORM;
    }
}
