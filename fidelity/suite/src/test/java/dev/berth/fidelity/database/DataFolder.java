package dev.berth.fidelity.database;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a server keeps its data, and who owns that: the server refuses to be run by root.
 *
 * <p>Below {@code target}, unless another user may not go there.
 */
final class DataFolder {

    private static final List<String> UNPRIVILEGED = List.of("postgres", "nobody");

    private final Path folder;
    private final List<String> asItsOwner;

    private DataFolder(Path folder, List<String> asItsOwner) {
        this.folder = folder;
        this.asItsOwner = List.copyOf(asItsOwner);
    }

    static DataFolder create() throws IOException {
        boolean root = "root".equals(System.getProperty("user.name"));
        Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
        Path folder = root && !opensToOthers(target)
                ? Files.createTempDirectory("berth-postgresql-")
                : Files.createTempDirectory(target, "postgresql-");
        return root ? owned(folder) : new DataFolder(folder, List.of());
    }

    private static DataFolder owned(Path folder) throws IOException {
        for (String name : UNPRIVILEGED) {
            try {
                UserPrincipal user =
                        folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(name);
                Files.setOwner(folder, user);
                return new DataFolder(folder, List.of("setpriv", "--reuid=" + name, "--clear-groups", "--"));
            } catch (IOException unknown) {
                // The next one then
            }
        }
        throw new IOException("No unprivileged user among " + UNPRIVILEGED);
    }

    private static boolean opensToOthers(Path folder) throws IOException {
        for (Path each = folder; each != null; each = each.getParent()) {
            if (!Files.getPosixFilePermissions(each).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                return false;
            }
        }
        return true;
    }

    /** Returns the folder of the data itself, which the server makes. */
    String path() {
        return folder.resolve("data").toString();
    }

    /** Returns where the programs write what they have to say. */
    ProcessBuilder.Redirect log() {
        File log = folder.resolve("log").toFile();
        return ProcessBuilder.Redirect.appendTo(log);
    }

    /** Returns how a command begins that is run by the owner of the folder. */
    List<String> asItsOwner() {
        return asItsOwner;
    }

    void delete() {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
