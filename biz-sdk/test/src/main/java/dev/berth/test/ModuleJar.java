package dev.berth.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** Finds the jar that the build has made of the module under test. */
final class ModuleJar {

    private static final List<Path> FOLDERS = List.of(Path.of("target"), Path.of("build", "libs"));

    private ModuleJar() {}

    /** Returns the jar of that name, from the folder of the module. */
    static Path named(String name) {
        Path jar = Path.of(name).toAbsolutePath();
        if (!Files.isRegularFile(jar)) {
            throw new TestKitException(
                    "There is no jar '" + name + "' in the module. Build it first (mvn verify runs an"
                            + " IT after the jar was made), or correct the name in @BizTest");
        }
        return jar;
    }

    /** Returns the one that is a biz: a slim one before a stock one. */
    static Path built() {
        return built(FOLDERS);
    }

    static Path built(List<Path> folders) {
        List<Path> jars = folders.stream().flatMap(ModuleJar::jars).toList();
        List<Path> slim = jars.stream()
                .filter(jar -> has(jar, "Berth-Biz-Name") || has(jar, "Ark-Biz-Name"))
                .toList();
        List<Path> fitting = slim.isEmpty()
                ? jars.stream().filter(jar -> has(jar, "Spring-Boot-Version")).toList()
                : slim;
        if (fitting.size() == 1) {
            return fitting.get(0).toAbsolutePath();
        }
        throw new TestKitException(
                fitting.isEmpty()
                        ? "The module has no jar of a biz in target or build/libs. Build it first (mvn verify runs an IT"
                                + " after the jar was made), or name the main class: @BizTest(application = …)"
                        : "The module has several jars of a biz: " + fitting + ". Name one: @BizTest(jar = …)");
    }

    private static Stream<Path> jars(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList().stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean has(Path jar, String attribute) {
        try (JarFile file = new JarFile(jar.toFile())) {
            Manifest manifest = file.getManifest();
            return manifest != null && manifest.getMainAttributes().getValue(new Attributes.Name(attribute)) != null;
        } catch (IOException unreadable) {
            // Half-written, or none at all: not the one that the build has made
            return false;
        }
    }
}
