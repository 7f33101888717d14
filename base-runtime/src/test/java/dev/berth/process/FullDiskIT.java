package dev.berth.process;

import static dev.berth.badinput.BadInputPage.assertTold;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.berth.badinput.Answer;
import dev.berth.badinput.BadInput;
import dev.berth.testing.ChangedJar;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A jar for which the disk has no room: the base says so, keeps nothing of it and goes on. */
class FullDiskIT {

    private static final int TOO_LARGE = 12 << 20;

    @TempDir
    private Path directory;

    private SmallDisk disk;
    private BaseProcess base;
    private Bystander bystander;

    @BeforeEach
    void startOnASmallDisk() throws IOException {
        Optional<SmallDisk> made = SmallDisk.in(directory);
        assumeThat(made)
                .as("Neither a small file system can be mounted nor file sizes limited")
                .isPresent();
        disk = made.get();
        base = BaseProcess.start(
                disk.prefix(),
                disk.folder().resolve("home"),
                List.of("-jar", BuiltJars.exec().toString()));
        bystander = new Bystander(base, directory);
        disk.fill();
    }

    @AfterEach
    void stop() {
        if (base != null) {
            bystander.close();
            base.close();
        }
        if (disk != null) {
            disk.close();
        }
    }

    @Test
    void noRoomForTheJar() {
        // Given
        byte[] noise = new byte[TOO_LARGE];
        new Random(1).nextBytes(noise);
        // When
        Answer answer = Answer.of(base.admin().install(jar(noise)));
        // Then
        assertTellsAFullDisk(BadInput.DISK_FULL_AT_UPLOAD, answer);
        bystander.assertUnharmed();
    }

    @Test
    void noRoomToUnpack() {
        // Given
        byte[] repeated = new byte[TOO_LARGE];
        byte[] noise = new byte[4096];
        new Random(1).nextBytes(noise);
        for (int at = 0; at < TOO_LARGE; at += noise.length) {
            System.arraycopy(noise, 0, repeated, at, noise.length);
        }
        // When
        Answer answer = Answer.of(base.admin().install(jar(repeated)));
        // Then
        assertTellsAFullDisk(BadInput.DISK_FULL_AT_UNPACK, answer);
        bystander.assertUnharmed();
    }

    @Test
    void noRoomForAHeapDump() throws IOException {
        // When
        Answer answer = Answer.of(base.admin().post("/v1/base/heap-dump"));
        // Then
        assertThat(answer.code()).as(answer.message()).isEqualTo("STORAGE_FAILED");
        if (disk.mounted()) {
            assertThat(answer.message())
                    .matches("The disk of the home has \\d+ MB free, and a heap dump may need \\d+ MB");
        }
        assertThat(disk.folder().resolve("home/work/heap-dumps/heap.hprof")).doesNotExist();
        bystander.assertUnharmed();
    }

    /** A limit on the size of files is told in other words of the system. */
    private void assertTellsAFullDisk(BadInput input, Answer answer) {
        if (disk.mounted()) {
            assertTold(input, answer);
        } else {
            assertThat(answer.code()).as(answer.message()).isEqualTo("STORAGE_FAILED");
        }
    }

    private Path jar(byte[] content) {
        return ChangedJar.of(Programs.slim("large", directory.resolve("made")))
                .with("large.bin", content)
                .write(directory);
    }
}
