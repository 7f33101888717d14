package dev.berth.ark;

import com.alipay.sofa.ark.container.service.classloader.BizClassLoader;
import dev.berth.api.BizIdentity;
import dev.berth.api.BizScope;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Defines the classes of one revision and shows it the part of the base that it may see.
 *
 * <p>A class comes from the JDK when the JDK has its package; else from the plugin that the revision imports it from; else
 * from the revision's own jars when they have it; else from a plugin that it declares; else from the base when linkage shares the library that has it and the revision sees all its supertypes. Resources follow the same order; a name that several places
 * have, such as a service file, is found in all of them. Nothing else of the base can be reached.
 */
final class RevisionClassLoader extends BizClassLoader implements BizScope {

    static {
        ClassLoader.registerAsParallelCapable();
    }

    private final BizIdentity identity;
    private final OwnJars own;
    private final Map<String, String> manifest;
    private final VisibleBase base;
    private final VisiblePlugins plugins;
    private final OwnCopies copies;

    RevisionClassLoader(
            BizIdentity identity, OwnJars own, Map<String, String> manifest, VisibleBase base, VisiblePlugins plugins) {
        super(identity.name() + ":" + identity.version(), own.urls(), true);
        this.identity = identity;
        this.own = own;
        this.manifest = manifest;
        this.base = base;
        this.plugins = plugins;
        this.copies = base.copiesFor(own);
    }

    @Override
    public BizIdentity bizIdentity() {
        return identity;
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
        if (JdkPackages.contains(packageName)) {
            Class<?> type = fromJdk(name, packageName);
            if (type != null) {
                return type;
            }
        }
        Class<?> imported = plugins.imported(name);
        if (imported != null) {
            return imported;
        }
        if (own.hasDirectory(packageName.replace('.', '/'))) {
            Class<?> type = fromOwn(name);
            if (type != null) {
                return type;
            }
        }
        Class<?> declared = plugins.declared(name);
        if (declared != null) {
            return declared;
        }
        if (base.showsClass(name, packageName)) {
            return copies.include(name) ? copy(name) : shared(name);
        }
        throw new ClassNotFoundException(name + " (not in biz " + identity.revision()
                + " and not in a library that it shares with the base; a library must be declared to be seen)");
    }

    /**
     * Takes a class from the base, unless the biz can't see all that it extends and implements. The base can link it all
     * the same, but in an application of its own the biz could not, and many conditions ask for just that.
     */
    private Class<?> shared(String name) throws ClassNotFoundException {
        Class<?> type = base.load(name);
        if (!base.showsSupertypes(type)) {
            for (Class<?> supertype : Supertypes.direct(type)) {
                requireVisible(supertype.getName());
            }
        }
        return type;
    }

    /** Fails as the JVM does where a supertype is missing. */
    private void requireVisible(String supertype) {
        try {
            loadClass(supertype, false);
        } catch (ClassNotFoundException hidden) {
            NoClassDefFoundError error = new NoClassDefFoundError(supertype.replace('.', '/'));
            error.initCause(hidden);
            throw error;
        }
    }

    private Class<?> copy(String name) throws ClassNotFoundException {
        for (URL url : base.resources(name.replace('.', '/') + ".class")) {
            byte[] bytes = read(name, url);
            return defineClass(name, bytes, 0, bytes.length);
        }
        throw new ClassNotFoundException(name);
    }

    private static byte[] read(String name, URL url) throws ClassNotFoundException {
        try (InputStream in = url.openStream()) {
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new ClassNotFoundException(name, unreadable);
        }
    }

    private @Nullable Class<?> fromJdk(String name, String packageName) {
        try {
            return JdkPackages.loader(packageName).loadClass(name);
        } catch (ClassNotFoundException none) {
            return null;
        }
    }

    private @Nullable Class<?> fromOwn(String name) {
        try {
            return ProxiesOfOwnTypes.concern(name) ? mended(name) : findClass(name);
        } catch (ClassNotFoundException none) {
            return null;
        }
    }

    private Class<?> mended(String name) throws ClassNotFoundException {
        URL url = findResource(name.replace('.', '/') + ".class");
        if (url == null) {
            throw new ClassNotFoundException(name);
        }
        byte[] bytes = ProxiesOfOwnTypes.mend(read(name, url));
        return defineClass(name, bytes, 0, bytes.length);
    }

    /** Gives the packages of the biz's own classes the titles and versions of its jar, whose manifest these had. */
    @Override
    protected Package definePackage(
            String name,
            @Nullable String specTitle,
            @Nullable String specVersion,
            @Nullable String specVendor,
            @Nullable String implTitle,
            @Nullable String implVersion,
            @Nullable String implVendor,
            @Nullable URL sealBase) {
        boolean hasNone = Stream.of(specTitle, specVersion, specVendor, implTitle, implVersion, implVendor)
                .allMatch(Objects::isNull);
        if (hasNone && own.classesHave(name.replace('.', '/'))) {
            return super.definePackage(
                    name,
                    manifest.get("Specification-Title"),
                    manifest.get("Specification-Version"),
                    manifest.get("Specification-Vendor"),
                    manifest.get("Implementation-Title"),
                    manifest.get("Implementation-Version"),
                    manifest.get("Implementation-Vendor"),
                    sealBase);
        }
        return super.definePackage(
                name, specTitle, specVersion, specVendor, implTitle, implVersion, implVendor, sealBase);
    }

    @Override
    public @Nullable URL getResource(String given) {
        String name = withoutLeadingSlash(given);
        URL jdk = JdkPackages.loader().getResource(name);
        if (jdk != null) {
            return jdk;
        }
        URL mine = own.mayHave(name) ? findResource(name) : null;
        if (mine != null) {
            return mine;
        }
        List<URL> shared = ofOthers(name);
        return shared.isEmpty() ? null : shared.get(0);
    }

    @Override
    public Enumeration<URL> getResources(String given) throws IOException {
        String name = withoutLeadingSlash(given);
        List<URL> found = new ArrayList<>(Collections.list(JdkPackages.loader().getResources(name)));
        if (own.mayHave(name)) {
            found.addAll(Collections.list(findResources(name)));
        }
        found.addAll(ofOthers(name));
        return Collections.enumeration(found);
    }

    private List<URL> ofOthers(String name) {
        List<URL> ofPlugins = plugins.resources(name);
        List<URL> ofBase = base.resources(name);
        return ofPlugins.isEmpty()
                ? ofBase
                : Stream.concat(ofPlugins.stream(), ofBase.stream()).toList();
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

    /** Spring Boot's launcher finds such names too, so that applications came to use them. */
    private static String withoutLeadingSlash(String name) {
        return name.startsWith("/") ? name.substring(1) : name;
    }

    @Override
    public String toString() {
        return "BizClassLoader[" + identity.revision() + "]";
    }
}
