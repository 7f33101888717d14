package dev.berth.artifact;

import dev.berth.biz.BizId;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;

/** Refuses the Spring Boot applications that a base can't host: reactive ones, native ones and those of Boot 3 and older. */
final class HostedKinds {

    private static final int OLDEST_SPRING_BOOT = 4;

    private final BizId id;
    private final boolean nativeImage;
    private final List<Library> libraries;
    private final Optional<String> springBootVersion;

    HostedKinds(BizId id, Attributes manifest, List<Library> libraries) {
        this.id = id;
        this.nativeImage = ManifestReader.value(manifest, "Spring-Boot-Native-Processed")
                .map(Boolean::parseBoolean)
                .orElse(false);
        this.libraries = libraries;
        this.springBootVersion = ManifestReader.value(manifest, "Spring-Boot-Version")
                .or(() -> library("spring-boot")
                        .flatMap(library -> library.coordinates().version()));
    }

    /** Returns the version of Spring Boot that the biz was built with; a biz may have none. */
    Optional<String> springBootVersion() {
        return springBootVersion;
    }

    void check() {
        springBootVersion.ifPresent(this::checkSpringBoot);
        if (nativeImage) {
            throw Refusal.unsupported(
                    "Biz '" + id + "' was processed for a native image, which fixed its beans when it was built",
                    "Build it without the profile native, or without Gradle's plugin org.graalvm.buildtools.native.");
        }
        boolean reactive = library("spring-boot-webflux").isPresent()
                || (library("spring-boot-reactor-netty").isPresent()
                        && library("spring-webflux").isPresent());
        // Spring Boot itself prefers servlets where it finds both; spring-webflux alone is there for WebClient
        if (reactive
                && library("spring-webmvc").isEmpty()
                && library("spring-boot-jersey").isEmpty()) {
            throw Refusal.unsupported(
                    "Biz '" + id + "' is a WebFlux application, and a base serves servlet applications",
                    "Use spring-boot-starter-webmvc instead of spring-boot-starter-webflux; WebClient works in both.");
        }
    }

    private void checkSpringBoot(String version) {
        String major = version.split("\\.", 2)[0];
        if (major.matches("\\d{1,6}") && Integer.parseInt(major) < OLDEST_SPRING_BOOT) {
            throw Refusal.unsupported(
                    "Biz '" + id + "' is built with Spring Boot " + Refusal.quoted(version)
                            + ", the base hosts 4 and newer",
                    "Move the biz to Spring Boot 4.");
        }
    }

    private Optional<Library> library(String artifact) {
        return libraries.stream()
                .filter(library -> library.coordinates().artifact().equals(artifact))
                .findFirst();
    }
}
