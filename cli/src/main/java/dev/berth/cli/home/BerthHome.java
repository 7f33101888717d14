package dev.berth.cli.home;

import dev.berth.cli.error.CliException;
import dev.berth.cli.error.ExitCode;
import dev.berth.cli.json.JsonObject;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The directory of one base. Reads what the base wrote; writes only the log of the base's process.
 *
 * @param directory absolute; it may not exist yet
 */
public record BerthHome(Path directory) {

    /** Makes the path absolute. */
    public BerthHome {
        directory = directory.toAbsolutePath().normalize();
    }

    /** Returns what a base wrote when it was ready, unless there is nothing or it is only half there. */
    public Optional<BaseRecord> base() {
        return read(baseFile()).flatMap(JsonObject::parse).flatMap(BaseRecord::read);
    }

    /** Returns the token of the base's administrator, unless the base has not made one. */
    public Optional<String> token() {
        return read(tokenFile()).map(String::strip).filter(token -> !token.isEmpty());
    }

    /** Returns the file that {@link #token()} reads. */
    public Path tokenFile() {
        return directory.resolve("admin.token");
    }

    /** Returns the file that receives what the base's process prints. */
    public Path log() {
        return directory.resolve("logs").resolve("base.log");
    }

    /** Makes the directory and its folder of logs, open to their owner only, unless they exist. */
    public void create() {
        try {
            OwnerOnly.createDirectories(directory);
            OwnerOnly.createDirectories(log().getParent());
        } catch (IOException e) {
            throw new CliException(
                    ExitCode.USAGE,
                    "The home '" + directory + "' can't be made",
                    "Choose a directory that you may write to with --home or BERTH_HOME.",
                    e);
        }
    }

    /** Removes what a base that is gone left behind, so that nobody looks for it. */
    public void forgetBase() {
        try {
            Files.deleteIfExists(baseFile());
        } catch (IOException e) {
            throw new CliException(
                    ExitCode.NOT_ALLOWED,
                    "The file 'base.json' in '" + directory + "' can't be removed",
                    "Remove it yourself; the base it tells of is gone.",
                    e);
        }
    }

    /**
     * Returns whether a process holds this home, as a base does from its start to its end however that comes; true also when
     * that can't be found out.
     */
    public boolean held() {
        Path lock = directory.resolve(".lock");
        if (!Files.exists(lock)) {
            return true;
        }
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
                FileLock taken = channel.tryLock()) {
            return taken == null;
        } catch (IOException | OverlappingFileLockException e) {
            return true;
        }
    }

    private Path baseFile() {
        return directory.resolve("base.json");
    }

    private static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new CliException(
                    ExitCode.NOT_ALLOWED,
                    "The file '" + file + "' can't be read",
                    "Run the command as the user who runs the base, or give --base and BERTH_TOKEN.",
                    e);
        }
    }
}
