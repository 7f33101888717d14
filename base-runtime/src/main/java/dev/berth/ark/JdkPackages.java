package dev.berth.ark;

import java.util.Set;
import java.util.stream.Collectors;

/** The packages of the JDK that its boot and platform loaders define; these win over what a library has. */
final class JdkPackages {

    private static final ClassLoader PLATFORM = ClassLoader.getPlatformClassLoader();

    private static final Set<String> NAMES = ModuleLayer.boot().modules().stream()
            .filter(module -> module.getClassLoader() == null || module.getClassLoader() == PLATFORM)
            .flatMap(module -> module.getPackages().stream())
            .collect(Collectors.toUnmodifiableSet());

    private JdkPackages() {}

    static boolean contains(String packageName) {
        return packageName.startsWith("java.") || NAMES.contains(packageName);
    }

    static ClassLoader loader() {
        return PLATFORM;
    }
}
