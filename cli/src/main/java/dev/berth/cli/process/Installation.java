package dev.berth.cli.process;

import dev.berth.cli.error.CliException;
import dev.berth.cli.error.ExitCode;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * Where this copy of Berth keeps what it was built from: the default base and the samples.
 *
 * @param root the root of the source tree
 * @param java the java command that starts bases
 */
public record Installation(Path root, Path java) {

    private static final String BUILD = "Build it with BERTH_REBUILD=1, or by hand: mvn -DskipTests package.";

    /** Returns the executable jar of the default base. */
    public Path baseJar() {
        return newest("base-runtime/target", name -> name.startsWith("base-runtime-") && name.endsWith("-exec.jar"));
    }

    /** Returns the stock Spring Boot jar of the sample 'catalog'. */
    public Path catalogJar() {
        return newest("sample-biz/catalog/target", name -> name.startsWith("catalog-") && isPlainName(name));
    }

    /** Returns the slim jar of the sample 'pricing'. */
    public Path pricingJar() {
        return newest("sample-biz/pricing/target", name -> name.startsWith("pricing-") && name.endsWith("-biz.jar"));
    }

    private static boolean isPlainName(String name) {
        return name.endsWith(".jar")
                && !name.endsWith("-sources.jar")
                && !name.endsWith("-javadoc.jar")
                && !name.endsWith("-tests.jar")
                && !name.endsWith("-biz.jar");
    }

    private Path newest(String folder, Predicate<String> wanted) {
        List<Path> found = new ArrayList<>();
        Path directory = root.resolve(folder);
        if (Files.isDirectory(directory)) {
            try (DirectoryStream<Path> files =
                    Files.newDirectoryStream(directory, file -> wanted.test(String.valueOf(file.getFileName())))) {
                files.forEach(found::add);
            } catch (IOException e) {
                throw missing(folder);
            }
        }
        return found.stream()
                .max(Comparator.comparingLong(file -> file.toFile().lastModified()))
                .orElseThrow(() -> missing(folder));
    }

    private static CliException missing(String folder) {
        return new CliException(ExitCode.USAGE, "There is no jar of Berth's in '" + folder + "'", BUILD);
    }
}
