package dev.berth.artifact;

import java.nio.file.Path;
import java.util.List;

/**
 * A biz as files, ready for a class loader.
 *
 * @param classes the directory of its own classes and resources
 * @param libraries the jars behind it on its class path, in order
 */
public record UnpackedBiz(Path classes, List<Path> libraries) {

    public UnpackedBiz {
        libraries = List.copyOf(libraries);
    }
}
