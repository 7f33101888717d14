package dev.berth.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.loader.tools.Layouts;
import org.springframework.boot.loader.tools.Library;
import org.springframework.boot.loader.tools.LibraryScope;
import org.springframework.boot.loader.tools.MainClassFinder;
import org.springframework.boot.loader.tools.Repackager;

/**
 * A builder of real business jars: Java sources and resources as text, libraries from the test's class path, packaged
 * in each of the layouts that a base takes. One builder can write several jars. Not safe for threads.
 *
 * <pre>{@code
 * Path jar = BizJar.named("orders")
 *         .source("""
 *                 package demo;
 *                 @SpringBootApplication public class Orders { public static void main(String[] args) { … } }""")
 *         .resource("application.yaml", "greeting: hello")
 *         .starterWebmvc()
 *         .stock(directory);
 * }</pre>
 */
public final class BizJar {

    private static final String GROUP = "com.example";
    private static final String BOOT_APPLICATION = "org.springframework.boot.autoconfigure.SpringBootApplication";
    private static final String ARK_MARK = "com/alipay/sofa/ark/biz/mark";

    private final String name;
    private String version = "1.0.0";
    private boolean withIdentity = true;
    private boolean withBizApi;
    private final List<String> sources = new ArrayList<>();
    private final SortedMap<String, byte[]> resources = new TreeMap<>();
    private final Map<String, ClassPathLibrary> libraries = new LinkedHashMap<>();
    private final List<Path> jars = new ArrayList<>();
    private final List<Path> compiledAgainst = new ArrayList<>();
    private final Map<String, String> attributes = new LinkedHashMap<>();

    private BizJar(String name) {
        this.name = name;
    }

    /** Starts a biz; its version is {@code 1.0.0} unless told otherwise. */
    public static BizJar named(String name) {
        return new BizJar(name);
    }

    /** Sets the version. */
    public BizJar version(String version) {
        this.version = version;
        return this;
    }

    /** Adds a compilation unit; its file name follows from its package and first type. */
    public BizJar source(String text) {
        sources.add(text);
        return this;
    }

    /** Adds a resource. */
    public BizJar resource(String resource, String text) {
        resources.put(resource, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Adds one library of the test's class path, without its dependencies. A slim jar lists it. */
    public BizJar library(String artifact) {
        return add(ClassPathLibrary.named(artifact));
    }

    /** Adds a starter of the test's class path with everything that it resolves to. A slim jar lists it all. */
    public BizJar starter(String artifact) {
        ClassPathLibrary.closure(artifact).forEach(this::add);
        return this;
    }

    /** Adds all that {@code spring-boot-starter-webmvc} resolves to. */
    public BizJar starterWebmvc() {
        return starter("spring-boot-starter-webmvc");
    }

    /** Adds the {@code biz-api} of this build. A slim jar lists it. */
    public BizJar bizApi() {
        withBizApi = true;
        return this;
    }

    /** Adds any jar file. A slim jar nests it. */
    public BizJar jar(Path file) {
        jars.add(file);
        return this;
    }

    /** Lets the sources see the {@code biz-api} of this build without declaring it: a base shows it to every biz. */
    public BizJar compiledAgainstBizApi() {
        return compiledAgainst(new BizApiJar().location());
    }

    /** Lets the sources see classes that the jar neither brings nor declares: the base has to export them. */
    public BizJar compiledAgainst(Path classes) {
        compiledAgainst.add(classes);
        return this;
    }

    /** Adds a main attribute of the manifest, or replaces one. */
    public BizJar attribute(String attribute, String value) {
        attributes.put(attribute, value);
        return this;
    }

    /** Leaves name and version out of the manifest and {@code pom.properties} away, as Gradle's bootJar does. */
    public BizJar withoutIdentity() {
        withIdentity = false;
        return this;
    }

    /**
     * Writes {@code <name>-<version>.jar}, an executable jar made by Spring Boot itself.
     *
     * @param directory where to; made if missing
     * @return the jar
     */
    public Path stock(Path directory) {
        PlainJar plain = content();
        if (withIdentity) {
            plain.attribute("Implementation-Title", name).attribute("Implementation-Version", version);
        }
        Path target = directory.resolve(fileName(""));
        plain.attributes(attributes).write(target);
        try {
            Repackager repackager = new Repackager(target.toFile());
            repackager.setBackupSource(false);
            repackager.setLayout(new Layouts.Jar());
            repackager.repackage(callback -> {
                for (Path file : files(withoutStarters()).toList()) {
                    callback.library(new Library(file.toFile(), LibraryScope.COMPILE));
                }
            });
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes {@code <name>-<version>-biz.jar} as {@code biz-maven-plugin} does.
     *
     * @param directory where to; made if missing
     * @return the jar
     */
    public Path slim(Path directory) {
        PlainJar slim = content()
                .attribute("Berth-Biz-Name", name)
                .attribute("Berth-Biz-Version", version)
                .attribute("Berth-Libraries", declared());
        jars.forEach(file -> slim.nested("BERTH-INF/lib/", file));
        Path target = directory.resolve(fileName("-biz"));
        findMainClass(slim, target, "Start-Class");
        return slim.attributes(attributes).write(target);
    }

    /**
     * Writes {@code <name>-<version>-ark-biz.jar} as sofa-ark-maven-plugin 3.1.11 does: classes at the root, all
     * libraries, starters too, under {@code lib/}.
     *
     * @param directory where to; made if missing
     * @return the jar
     */
    public Path ark(Path directory) {
        PlainJar ark = content()
                .attribute("Ark-Biz-Name", name)
                .attribute("Ark-Biz-Version", version)
                .attribute("priority", "100")
                .attribute("web-context-path", "/")
                .attribute("deny-import-packages", "")
                .attribute("inject-plugin-dependencies", "")
                .attribute("declared-libraries", "")
                .entry(ARK_MARK, "a mark file included in sofa-ark module.".getBytes(StandardCharsets.UTF_8));
        files(libraries.values().stream()).forEach(file -> ark.nested("lib/", file));
        Path target = directory.resolve(fileName("-ark-biz"));
        findMainClass(ark, target, "Main-Class", "Start-Class");
        return ark.attributes(attributes).write(target);
    }

    private BizJar add(ClassPathLibrary library) {
        libraries.putIfAbsent(library.coordinates().artifact(), library);
        return this;
    }

    private String fileName(String suffix) {
        return name + "-" + version + suffix + ".jar";
    }

    private PlainJar content() {
        PlainJar jar = new PlainJar().entries(resources).entries(Compilation.compile(sources, classPath()));
        return withIdentity ? jar.identity(new Coordinates(GROUP, name, version)) : jar;
    }

    private List<Path> classPath() {
        Stream<Path> api = withBizApi ? Stream.of(new BizApiJar().location()) : Stream.empty();
        return Stream.of(
                        libraries.values().stream().map(ClassPathLibrary::file),
                        jars.stream(),
                        compiledAgainst.stream(),
                        api)
                .flatMap(files -> files)
                .toList();
    }

    private String declared() {
        Stream<Coordinates> api = withBizApi ? Stream.of(new BizApiJar().coordinates()) : Stream.empty();
        Stream<Coordinates> shared = withoutStarters().map(ClassPathLibrary::coordinates);
        return Stream.concat(shared, api).map(Coordinates::toString).collect(Collectors.joining(","));
    }

    private Stream<ClassPathLibrary> withoutStarters() {
        return libraries.values().stream().filter(library -> !library.isLeftOutByBoot());
    }

    private Stream<Path> files(Stream<ClassPathLibrary> shared) {
        Stream<Path> api = withBizApi ? Stream.of(new BizApiJar().jar()) : Stream.empty();
        return Stream.of(shared.map(ClassPathLibrary::file), jars.stream(), api).flatMap(paths -> paths);
    }

    /** Names the class with a main method, if there is just one that will do. */
    private static void findMainClass(PlainJar jar, Path target, String... manifestAttributes) {
        try (JarFile file = new JarFile(jar.write(target).toFile())) {
            String found = MainClassFinder.findSingleMainClass(file, "", BOOT_APPLICATION);
            if (found != null) {
                Stream.of(manifestAttributes).forEach(attribute -> jar.attribute(attribute, found));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
