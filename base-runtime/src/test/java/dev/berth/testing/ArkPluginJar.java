package dev.berth.testing;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A builder of Ark plugins as SOFAArk's own build makes them: mark, manifest, classes at the root, libraries in lib. */
public final class ArkPluginJar {

    private final Coordinates coordinates;
    private final List<String> sources = new ArrayList<>();
    private final SortedMap<String, byte[]> resources = new TreeMap<>();
    private final List<Path> libraries = new ArrayList<>();
    private final List<Path> classPath = new ArrayList<>();
    private final Map<String, String> attributes = new LinkedHashMap<>();

    private ArkPluginJar(Coordinates coordinates) {
        this.coordinates = coordinates;
        attribute("groupId", coordinates.group());
        attribute("artifactId", coordinates.artifact());
        attribute("version", coordinates.version());
        attribute("pluginName", coordinates.artifact());
        attribute("priority", "100");
    }

    /**
     * Starts a plugin that is named like its artifact.
     *
     * @param coordinates {@code group:artifact:version}
     */
    public static ArkPluginJar of(String coordinates) {
        return new ArkPluginJar(Coordinates.parse(coordinates));
    }

    /** Adds a compilation unit; its file name follows from its package and first type. */
    public ArkPluginJar source(String text) {
        sources.add(text);
        return this;
    }

    /** Adds a resource. */
    public ArkPluginJar resource(String name, String text) {
        resources.put(name, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Adds a library that only the plugin sees. */
    public ArkPluginJar library(Path jar) {
        libraries.add(jar);
        return compiledAgainst(jar);
    }

    /** Lets the sources see the classes of another jar. */
    public ArkPluginJar compiledAgainst(Path jar) {
        classPath.add(jar);
        return this;
    }

    /** Lets the sources see the {@code biz-api} of this build, which every plugin sees. */
    public ArkPluginJar compiledAgainstBizApi() {
        return compiledAgainst(new BizApiJar().location());
    }

    /** Exports packages. */
    public ArkPluginJar exports(String... packages) {
        return attribute("export-packages", String.join(",", packages));
    }

    /** Sets a main attribute of the manifest. */
    public ArkPluginJar attribute(String name, String value) {
        attributes.put(name, value);
        return this;
    }

    /** Leaves a main attribute of the manifest out. */
    public ArkPluginJar without(String attribute) {
        attributes.remove(attribute);
        return this;
    }

    /**
     * Writes {@code <artifact>-<version>.jar}.
     *
     * @param directory where to; made if missing
     * @return the jar
     */
    public Path write(Path directory) {
        PlainJar jar = new PlainJar()
                .attributes(attributes)
                .identity(coordinates)
                .entries(resources)
                .entries(Compilation.compile(sources, classPath))
                .entry("com/alipay/sofa/ark/plugin/mark", new byte[0]);
        libraries.forEach(library -> jar.nested("lib/", library));
        return jar.write(directory.resolve(coordinates.fileName()));
    }
}
