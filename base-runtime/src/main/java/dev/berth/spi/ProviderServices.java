package dev.berth.spi;

import dev.berth.api.spi.Spi;
import dev.berth.api.spi.SpiProvider;
import dev.berth.lifecycle.Revision;
import java.beans.Introspector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.ClassUtils;

/** Finds providers that {@code META-INF/services} names, for which nothing of Spring is needed. */
final class ProviderServices {

    private static final String SERVICES = "META-INF/services/";

    private ProviderServices() {}

    /**
     * Makes the providers that a biz brings itself.
     *
     * @throws dev.berth.error.BerthException with SPI_PROVIDER_INVALID when one can't be made
     */
    static List<Offer> of(Revision revision, ClassLoader loader) {
        List<Offer> offers = new ArrayList<>();
        for (String name : names(revision.spec().classPath())) {
            spi(name, loader).ifPresent(spi -> offers.addAll(of(spi, loader)));
        }
        return offers;
    }

    /**
     * Makes the providers of one SPI that a loader defines itself.
     *
     * @throws dev.berth.error.BerthException with SPI_PROVIDER_INVALID when one can't be made
     */
    static List<Offer> of(Class<?> spi, ClassLoader loader) {
        List<Offer> offers = new ArrayList<>();
        try (ContextLoader set = ContextLoader.set(loader)) {
            // What a shared library or the base provides belongs to these, not to the biz that sees it
            Iterator<? extends ServiceLoader.Provider<?>> providers = ServiceLoader.load(spi, loader).stream()
                    .filter(provider -> provider.type().getClassLoader() == loader)
                    .iterator();
            while (providers.hasNext()) {
                ServiceLoader.Provider<?> provider = providers.next();
                String name = Introspector.decapitalize(ClassUtils.getShortName(provider.type()));
                Optional<SpiProvider> annotation =
                        Optional.ofNullable(provider.type().getAnnotation(SpiProvider.class));
                offers.add(new Offer(provider.get(), name, annotation));
            }
        } catch (ServiceConfigurationError | LinkageError broken) {
            throw Offer.invalid(
                    SERVICES + spi.getName(),
                    "can't be made: " + broken.getMessage(),
                    "Name public classes with a public constructor without parameters, one a line.");
        }
        return offers;
    }

    private static Optional<Class<?>> spi(String name, ClassLoader loader) {
        try {
            Class<?> type = Class.forName(name, false, loader);
            return type.isAnnotationPresent(Spi.class) ? Optional.of(type) : Optional.empty();
        } catch (ClassNotFoundException | LinkageError none) {
            // A file for what the biz does not have is nobody's service here
            return Optional.empty();
        }
    }

    private static Set<String> names(List<Path> classPath) {
        Set<String> names = new TreeSet<>();
        try {
            for (Path entry : classPath) {
                names.addAll(Files.isDirectory(entry) ? inFolder(entry) : inJar(entry));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("A jar of the biz can't be read", failure);
        }
        return names;
    }

    private static Set<String> inFolder(Path folder) throws IOException {
        Path services = folder.resolve(SERVICES);
        if (!Files.isDirectory(services)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.list(services)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }

    private static Set<String> inJar(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile(), false)) {
            return file.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith(SERVICES) && !name.endsWith("/"))
                    .map(name -> name.substring(SERVICES.length()))
                    .collect(Collectors.toSet());
        }
    }
}
