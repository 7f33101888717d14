package dev.berth.ark;

import com.alipay.sofa.ark.container.service.classloader.PluginClassLoader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Defines the classes of one plugin.
 *
 * <p>A class comes from the JDK when the JDK has its package; else, when it is one of Ark's API, of Berth's or of SLF4J,
 * from the base; else, when the plugin imports it, from the plugin that exports it, or from the base if that has it; else
 * from the plugin's own jars. Resources follow the same order. Nothing else of the base can be reached.
 */
final class PluginLoader extends PluginClassLoader {

    static {
        ClassLoader.registerAsParallelCapable();
    }

    private static final List<String> ARK = List.of("com.alipay.sofa.ark.spi.", "com.alipay.sofa.ark.exception.");
    private static final List<String> OF_BASE = List.of("dev.berth.api.", "org.slf4j.");

    private final String fileName;
    private final PluginNames imported;
    private final ClassLoader application;
    private final PluginExports exports;

    /**
     * Makes the loader.
     *
     * @param application the loader of the base
     * @param exports what this and the other plugins show
     */
    PluginLoader(PluginJar jar, ClassLoader application, PluginExports exports) {
        super(jar.manifest().name(), jar.urls());
        this.fileName = jar.fileName();
        this.imported = jar.manifest().imported();
        this.application = application;
        this.exports = exports;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            Class<?> type = known != null ? known : find(name);
            if (resolve) {
                resolveClass(type);
            }
            return type;
        }
    }

    private Class<?> find(String name) throws ClassNotFoundException {
        int dot = name.lastIndexOf('.');
        String packageName = dot < 0 ? "" : name.substring(0, dot);
        Class<?> type = null;
        if (JdkPackages.contains(packageName)) {
            type = from(JdkPackages.loader(packageName), name);
        } else if (ARK.stream().anyMatch(name::startsWith)) {
            type = from(PluginLoader.class.getClassLoader(), name);
        } else if (OF_BASE.stream().anyMatch(name::startsWith)) {
            type = from(application, name);
        } else if (imported.hasClass(name)) {
            type = imported(name);
        }
        return type != null ? type : own(name);
    }

    private @Nullable Class<?> imported(String name) {
        Optional<PluginLoader> exporter = exports.exporter(name).filter(loader -> loader != this);
        return from(exporter.isPresent() ? exporter.get() : application, name);
    }

    /** Loads a class by another loader, unless that does not find it. */
    static @Nullable Class<?> from(ClassLoader loader, String name) {
        try {
            return loader.loadClass(name);
        } catch (ClassNotFoundException none) {
            return null;
        }
    }

    private Class<?> own(String name) throws ClassNotFoundException {
        try {
            return findClass(name);
        } catch (ClassNotFoundException none) {
            throw new ClassNotFoundException(
                    name + " (neither in plugin '" + getPluginName() + "' of " + fileName + " nor imported by it)");
        }
    }

    @Override
    public @Nullable URL getResource(String name) {
        URL jdk = JdkPackages.loader().getResource(name);
        if (jdk != null) {
            return jdk;
        }
        return imported.hasResource(name) ? imported(name, findResource(name)) : findResource(name);
    }

    private @Nullable URL imported(String name, @Nullable URL own) {
        List<URL> ofPlugins = exports.resources(name, this);
        URL given = ofPlugins.isEmpty() ? application.getResource(name) : ofPlugins.get(0);
        return given != null ? given : own;
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        List<URL> found = new ArrayList<>(Collections.list(JdkPackages.loader().getResources(name)));
        if (imported.hasResource(name)) {
            found.addAll(exports.resources(name, this));
            found.addAll(Collections.list(application.getResources(name)));
        }
        found.addAll(Collections.list(findResources(name)));
        return Collections.enumeration(found);
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
        URL url = getResource(name);
        try {
            return url == null ? null : url.openStream();
        } catch (IOException unreadable) {
            // The contract of this method: a resource that can't be read is not found
            return null;
        }
    }

    @Override
    public String toString() {
        return "PluginClassLoader[" + getPluginName() + "]";
    }
}
