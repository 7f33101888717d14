package dev.berth.artifact;

import java.nio.file.Path;
import java.util.List;

/**
 * A biz as files, ready for a class loader.
 *
 * @param classes the directory of its own classes and resources
 * @param libraries what stands behind it on its class path, in order: what Spring Boot leaves at the root of a jar, and
 *     the libraries that it brings
 */
public record UnpackedBiz(Path classes, List<Path> libraries) {

    public UnpackedBiz {
        libraries = List.copyOf(libraries);
    }
}
