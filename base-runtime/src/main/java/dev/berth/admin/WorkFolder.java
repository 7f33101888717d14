package dev.berth.admin;

import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** The folder that an embedded server asks for, removed with it; Boot's own choice would stay behind. */
final class WorkFolder implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(WorkFolder.class);

    private final Path folder;

    /** Makes the folder; what a killed base left in it is removed. */
    WorkFolder(Path folder) {
        this.folder = folder;
        try {
            FileSystemUtils.deleteRecursively(folder);
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new BerthException(
                    ErrorCode.STORAGE_FAILED,
                    "The admin server has no folder to work in",
                    "Check that the home of the base has free space and can be written to.",
                    e);
        }
    }

    File file() {
        return folder.toFile();
    }

    @Override
    public void close() {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            logger.atWarn().setCause(e).log("The work folder of the admin server can't be removed");
        }
    }
}
