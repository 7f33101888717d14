package dev.berth.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.loader.tools.MainClassFinder;

/** Finds the class whose {@code main} starts a module, as spring-boot-maven-plugin does. */
final class StartClass {

    private static final String APPLICATION = "org.springframework.boot.autoconfigure.SpringBootApplication";

    private StartClass() {}

    /**
     * Finds the start class.
     *
     * @param configured what the build says, or empty
     * @param classes the module's classes
     * @throws MojoExecutionException if there is none or more than one
     */
    static String find(String configured, Path classes) throws MojoExecutionException {
        if (!configured.isBlank()) {
            return checked(configured, classes);
        }
        try {
            @Nullable String found = MainClassFinder.findSingleMainClass(classes.toFile(), APPLICATION);
            return Optional.ofNullable(found)
                    .orElseThrow(() -> new MojoExecutionException("The module has no class with a main method."
                            + " Add a @SpringBootApplication class with one, or set mainClass."));
        } catch (IllegalStateException e) {
            throw new MojoExecutionException(e.getMessage() + ". Set mainClass to the one that starts the biz.", e);
        } catch (IOException e) {
            throw new MojoExecutionException("The module's classes can't be read", e);
        }
    }

    private static String checked(String configured, Path classes) throws MojoExecutionException {
        if (!Files.isRegularFile(classes.resolve(configured.replace('.', '/') + ".class"))) {
            throw new MojoExecutionException("The main class '" + configured + "' is not among the module's classes."
                    + " Correct mainClass, or leave it out to have it found.");
        }
        return configured;
    }
}
