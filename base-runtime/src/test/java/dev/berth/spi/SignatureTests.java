package dev.berth.spi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.testing.LibraryJar;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which types of an SPI a biz must share: those that it names, and what these name in the same jar. */
class SignatureTests {

    private static final String SPI =
            """
            package com.acme;
            import java.util.*;
            public interface Service extends Parent {
                <T extends Bound> List<? extends Argument> all(Map<String, Element[]> elements) throws Failure;
            }
            """;

    private static final List<String> TYPES =
            List.of("Parent", "Bound", "Argument", "Element", "Failure", "Field", "Component", "Super", "Unrelated");

    @TempDir
    Path directory;

    @Test
    void typesThatAnSpiNamesMustBeSeenAndTheSame() throws Exception {
        assertThat(apart("Parent")).containsExactly("'com.acme.Parent' (it has its own)");
        assertThat(apart("Bound")).containsExactly("'com.acme.Bound' (it has its own)");
        assertThat(apart("Argument")).containsExactly("'com.acme.Argument' (it has its own)");
        assertThat(apart("Element")).containsExactly("'com.acme.Element' (it has its own)");
        assertThat(apart("Failure")).containsExactly("'com.acme.Failure' (it has its own)");
    }

    @Test
    void typesThatTheseNameMustNotBeOthers() throws Exception {
        assertThat(apart("Field")).containsExactly("'com.acme.Field' (it has its own)");
        assertThat(apart("Component")).containsExactly("'com.acme.Component' (it has its own)");
        assertThat(apart("Super")).containsExactly("'com.acme.Super' (it has its own)");
    }

    @Test
    void typesThatNobodyNamesDoNotMatter() throws Exception {
        assertThat(apart("Unrelated")).isEmpty();
    }

    @Test
    void typeThatTheBizDoesNotSeeIsNamed() throws Exception {
        // Given
        try (URLClassLoader base = loader(library("base", TYPES))) {
            ClassLoader blind = new ClassLoader(base) {
                @Override
                protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                    if (name.equals("com.acme.Element") || name.equals("com.acme.Field")) {
                        throw new ClassNotFoundException(name);
                    }
                    return super.loadClass(name, resolve);
                }
            };
            // When / Then: what it can't see of the others, it can't speak of
            assertThat(Signature.of(base.loadClass("com.acme.Service")).notSharedWith(blind))
                    .containsExactly("'com.acme.Element' (it does not see it)");
        }
    }

    /** Lets a biz bring a type of its own and see the others of the base. */
    private List<String> apart(String type) throws Exception {
        try (URLClassLoader base = loader(library("base", TYPES));
                OwnFirst biz = new OwnFirst(library("biz", TYPES), base, "com.acme." + type)) {
            return Signature.of(base.loadClass("com.acme.Service")).notSharedWith(biz);
        }
    }

    private URLClassLoader loader(Path jar) throws Exception {
        return new URLClassLoader(new URL[] {jar.toUri().toURL()}, getClass().getClassLoader());
    }

    private Path library(String name, List<String> types) {
        LibraryJar library = LibraryJar.of("com.acme:" + name + ":1").source(SPI);
        types.forEach(type -> library.source("package com.acme; " + source(type)));
        return library.write(directory);
    }

    private static String source(String type) {
        return switch (type) {
            case "Parent" -> "public interface Parent {}";
            case "Failure" -> "public class Failure extends Exception {}";
            case "Argument" -> "public class Argument extends Super { public Field field; }";
            case "Element" -> "public record Element(Component component) {}";
            default -> "public class " + type + " {}";
        };
    }

    private static final class OwnFirst extends URLClassLoader {

        private final String own;

        private OwnFirst(Path jar, ClassLoader parent, String own) throws Exception {
            super(new URL[] {jar.toUri().toURL()}, parent);
            this.own = own;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                Class<?> known = findLoadedClass(name);
                return known != null ? known : name.equals(own) ? findClass(name) : super.loadClass(name, resolve);
            }
        }
    }
}
