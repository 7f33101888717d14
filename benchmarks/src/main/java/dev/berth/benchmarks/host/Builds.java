package dev.berth.benchmarks.host;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.stream.Stream;

/**
 * What the build has made, in the source tree.
 *
 * @param root the top of the source tree
 */
public record Builds(Path root) {

    /** Returns the default base. */
    Path base() {
        return only("base-runtime/target", "base-runtime-*-exec.jar");
    }

    /** Returns the slim jar of the biz under load. */
    Path biz() {
        return only("benchmarks/biz/target", "load-*-biz.jar");
    }

    /** Returns the stock jar of the sample with a database. */
    Path catalog() {
        return only("sample-biz/catalog/target", "catalog-*.jar");
    }

    /** Returns the jar of the JMH benchmarks. */
    Path calls() {
        return only("benchmarks/calls/target", "calls.jar");
    }

    Path peerBase() {
        return only("benchmarks/peer/base/target", "base.jar");
    }

    Path peerBiz() {
        return only("benchmarks/peer/biz/target", "load-ark-biz.jar");
    }

    /** Returns the jar of the JMH benchmarks of the peer. */
    Path peerCalls() {
        return only("benchmarks/peer/calls/target", "calls.jar");
    }

    /** Returns the biz of the peer that they call. */
    Path peerImporter() {
        return only("benchmarks/peer/importer/target", "importer-ark-biz.jar");
    }

    private Path only(String folder, String name) {
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + name);
        try (Stream<Path> files = Files.list(root.resolve(folder))) {
            return files.filter(file -> matcher.matches(file.getFileName()))
                    .findFirst()
                    .orElseThrow(() -> new HostException(missing(folder, name)));
        } catch (IOException e) {
            throw new HostException(missing(folder, name), e);
        }
    }

    private static String missing(String folder, String name) {
        return "There is no '" + folder + "/" + name + "'; benchmarks/run builds it";
    }
}
