package dev.berth.artifact;

import dev.berth.biz.BizId;
import dev.berth.biz.ContextPath;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A jar that the base can host, as {@link ArchiveReader} found it.
 *
 * @param artifact the jar
 * @param id the biz that it is
 * @param layout where classes and libraries lie in it
 * @param manifest the main attributes of its manifest
 * @param mainClass the class whose {@code main} starts the biz
 * @param contextPath the path that its manifest asks for
 * @param springBootVersion the version of Spring Boot that it was built with, where it is known
 * @param libraries what it declares, in class path order
 */
public record BizArchive(
        Artifact artifact,
        BizId id,
        Layout layout,
        Map<String, String> manifest,
        String mainClass,
        Optional<ContextPath> contextPath,
        Optional<String> springBootVersion,
        List<Library> libraries) {

    public BizArchive {
        manifest = Map.copyOf(manifest);
        libraries = List.copyOf(libraries);
    }
}
