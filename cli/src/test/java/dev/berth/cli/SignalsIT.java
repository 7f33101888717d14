package dev.berth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.cli.fake.FakeBase;
import dev.berth.cli.fake.FakeJars;
import dev.berth.cli.home.BaseRecord;
import dev.berth.cli.home.BerthHome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Ends running commands by a signal, as Ctrl-C and service managers do. */
@Timeout(60)
class SignalsIT {

    private static final int SIGTERM_EXIT = 128 + 15;

    @TempDir
    private Path directory;

    private BerthHome home;

    @BeforeEach
    void home() {
        home = new BerthHome(directory.resolve("home"));
    }

    @Test
    void foregroundWhenSignalledEndsTheBaseAndGivesItsExitCode() throws Exception {
        // Given
        Path jar = FakeJars.base(directory.resolve("base.jar"));
        Process command = berth("base", "start", "--foreground", "--jar", jar.toString());
        await(() -> home.base().isPresent());
        long base = home.base().map(BaseRecord::pid).orElseThrow();

        // When
        command.destroy();

        // Then
        assertThat(command.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(command.exitValue()).isEqualTo(SIGTERM_EXIT);
        assertThat(ProcessHandle.of(base).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(home.base()).isEmpty();
    }

    @Test
    void backgroundStartWhenSignalledEndsTheBaseThatIsNotReady() throws Exception {
        // Given
        Path jar = FakeJars.base(directory.resolve("base.jar"));
        Process command = berth("base", "start", "--jar", jar.toString(), "--java-option", "-Dfake=never-ready");
        await(() -> Files.exists(home.log()) && home.log().toFile().length() > 0);
        List<ProcessHandle> bases = command.toHandle().descendants().toList();

        // When
        command.destroy();

        // Then
        assertThat(command.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(bases).isNotEmpty().noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void installWhenSignalledSaysThatItGoesOn() throws Exception {
        // Given
        try (FakeBase base = new FakeBase()) {
            base.control().getStuck();
            Path jar = FakeJars.biz(directory.resolve("catalog-1.0.jar"), 10);
            Process command =
                    berth("--base", base.uri().toString(), "--token", FakeBase.TOKEN, "install", jar.toString());
            await(() -> base.requests().size() > 4);

            // When
            command.destroy();

            // Then
            assertThat(command.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(directory.resolve("stderr"))
                    .content()
                    .contains("goes on in the base as operation 'operation-1'");
            assertThat(directory.resolve("stdout")).isEmptyFile();
        }
    }

    private Process berth(String... arguments) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(Path.of("bin", "berth").toAbsolutePath().toString());
        builder.command().addAll(List.of(arguments));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("BERTH_HOME", home.directory().toString());
        return builder.redirectOutput(directory.resolve("stdout").toFile())
                .redirectError(directory.resolve("stderr").toFile())
                .start();
    }

    private static void await(BooleanSupplier condition) throws Exception {
        while (!condition.getAsBoolean()) {
            Thread.sleep(20);
        }
    }
}
