package dev.berth.control;

import dev.berth.biz.RevisionId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folders of revisions under {@code work/revisions} of the home; each is removed with its revision. */
final class WorkFolders {

    private static final Logger logger = LoggerFactory.getLogger(WorkFolders.class);

    private final Path root;

    /** Takes a home's work folders; what a killed base left in them is removed. */
    WorkFolders(Path home) {
        root = home.resolve("work").resolve("revisions");
        delete(root);
    }

    Path of(RevisionId revision) {
        return root.resolve(revision.folderName());
    }

    void remove(RevisionId revision) {
        delete(of(revision));
    }

    static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException failure) {
            // The next start of the base tries again
            logger.warn("Folder '{}' of the home's work could not be removed", folder.getFileName(), failure);
        }
    }
}
