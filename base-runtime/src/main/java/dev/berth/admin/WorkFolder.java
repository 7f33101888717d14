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

    WorkFolder() {
        try {
            this.folder = Files.createTempDirectory("berth-admin-");
        } catch (IOException e) {
            throw new BerthException(
                    ErrorCode.STORAGE_FAILED,
                    "The admin server has no temporary folder",
                    "Check that the folder for temporary files has free space and can be written to.",
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
            logger.atWarn().setCause(e).log("The temporary folder of the admin server can't be removed");
        }
    }
}
