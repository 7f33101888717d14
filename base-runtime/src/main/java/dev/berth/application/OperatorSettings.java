package dev.berth.application;

import dev.berth.biz.BizName;
import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.FileSystemResource;

/**
 * The file with the settings that the operator gives to a biz; there need not be one.
 *
 * @param file the file
 */
record OperatorSettings(Path file) {

    static OperatorSettings of(Path folder, BizName name) {
        return new OperatorSettings(folder.resolve(name + ".yaml"));
    }

    URI location() {
        return file.toUri();
    }

    /**
     * Reads the file before the biz does, to be able to say which file is at fault.
     *
     * @throws BerthException with BIZ_START_FAILED when it can't be read; the message tells where but not what is there,
     *     since settings may hold secrets
     */
    void check(String biz) {
        if (!Files.exists(file)) {
            return;
        }
        try {
            new YamlPropertySourceLoader().load("operator", new FileSystemResource(file));
        } catch (IOException | RuntimeException invalid) {
            throw new BerthException(
                    ErrorCode.BIZ_START_FAILED,
                    "Settings 'config/" + file.getFileName() + "' of biz '" + biz + "' can't be read: "
                            + YamlFault.describe(invalid).orElse("not a readable file"),
                    "Correct the file in the home of the base and install the biz again.");
        }
    }
}
