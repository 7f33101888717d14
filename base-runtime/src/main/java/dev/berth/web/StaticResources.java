package dev.berth.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.util.Collections;
import org.apache.catalina.WebResourceRoot;
import org.apache.catalina.WebResourceRoot.ResourceSetType;

/** Offers {@code META-INF/resources} of a biz's classes and libraries as resources of its servlet context. */
final class StaticResources {

    private static final String INSIDE = "META-INF/resources";

    private final ClassLoader loader;

    StaticResources(ClassLoader loader) {
        this.loader = loader;
    }

    void addTo(WebResourceRoot root) {
        try {
            for (URL url : Collections.list(loader.getResources(INSIDE))) {
                add(root, url);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void add(WebResourceRoot root, URL url) throws MalformedURLException {
        String text = url.toString();
        // Boot's nested: URLs belong to libraries shared with the base, whose resources Spring serves by class path
        if (!text.startsWith("jar:nested:")) {
            URL library =
                    URI.create(text.substring(0, text.lastIndexOf(INSIDE))).toURL();
            root.createWebResourceSet(ResourceSetType.RESOURCE_JAR, "/", library, "/" + INSIDE);
        }
    }
}
