package dev.berth.ark;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Properties;
import java.util.Set;

/**
 * The classes that Spring Boot asks of what type an application is.
 *
 * <p>Spring Boot takes their names from its own loader, which is the base's, and the classes from the loader of the
 * application, which fails where one is missing. So every biz sees those of the base; what they look for they look for in
 * the biz, and so they tell the truth about it.
 */
final class ApplicationTypes {

    private static final String FACTORIES = "META-INF/spring.factories";
    private static final String KEY = "org.springframework.boot.WebApplicationType$Deducer";

    private ApplicationTypes() {}

    /** Returns the names of the classes that a base has. */
    static Set<String> of(ClassLoader application) {
        Set<String> names = new HashSet<>();
        try {
            for (URL url : Collections.list(application.getResources(FACTORIES))) {
                Properties factories = new Properties();
                try (InputStream content = url.openStream()) {
                    factories.load(content);
                }
                Arrays.stream(factories.getProperty(KEY, "").split(",", -1))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .forEach(names::add);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("The class path of the base can't be read", failure);
        }
        return Set.copyOf(names);
    }
}
