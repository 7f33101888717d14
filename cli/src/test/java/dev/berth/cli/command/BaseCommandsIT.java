package dev.berth.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.cli.fake.FakeJars;
import dev.berth.cli.home.BaseRecord;
import dev.berth.cli.home.BerthHome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Starts and stops real processes; the base in them is a fake. */
class BaseCommandsIT {

    @TempDir
    private Path directory;

    private CliRun cli;
    private BerthHome home;

    @BeforeEach
    void prepare() throws Exception {
        FakeJars.base(directory.resolve("base-runtime/target/base-runtime-0.1-exec.jar"));
        home = new BerthHome(directory.resolve("home"));
        cli = new CliRun(directory).with("BERTH_HOME", home.directory().toString());
    }

    @AfterEach
    void endWhatIsLeft() {
        home.base().flatMap(base -> ProcessHandle.of(base.pid())).ifPresent(ProcessHandle::destroyForcibly);
    }

    @Test
    void startWhenHomeIsFreshReturnsWithPortsAndPid() {
        // Given / When
        int exit = cli.run("base", "start", "--port", "0", "--admin-port", "0");

        // Then
        BaseRecord base = home.base().orElseThrow();
        assertThat(exit).isZero();
        assertThat(cli.out().strip())
                .matches("Started the base in .*: port %d, admin port %d, pid %d, home %s"
                        .formatted(base.businessPort(), base.adminPort(), base.pid(), home.directory()));
        assertThat(home.log()).content().contains("--server.port=0 --berth.admin.port=0 --berth.home=");
        assertThat(cli.run("base", "status")).isZero();
    }

    @Test
    void startWhenBaseRunsAlreadyAgreesUnlessOtherPortsAreAskedFor() {
        // Given
        cli.run("base", "start");
        BaseRecord base = home.base().orElseThrow();

        // When
        int same = cli.run("base", "start", "--port", String.valueOf(base.businessPort()), "-o", "json");
        String out = cli.out();
        int other = cli.run("base", "start", "--port", "1");

        // Then
        assertThat(same).isZero();
        assertThat(out).contains("\"alreadyRunning\" : true", "\"pid\" : " + base.pid());
        assertThat(other).isEqualTo(5);
        assertThat(cli.err()).contains("pid " + base.pid(), "berth base stop");
    }

    @Test
    void stopWhenBaseRunsEndsItInOrder() {
        // Given
        cli.run("base", "start");
        long pid = home.base().orElseThrow().pid();

        // When
        int exit = cli.run("base", "stop");

        // Then
        assertThat(exit).isZero();
        assertThat(cli.out()).startsWith("Stopped the base with pid " + pid);
        // An ended process is there until this JVM, which started it, has noticed
        ProcessHandle.of(pid).ifPresent(ended -> assertThat(ended.onExit()).succeedsWithin(Duration.ofSeconds(5)));
        assertThat(home.base()).isEmpty();
    }

    @Test
    void stopWhenNoneRunsSaysSoAndIsContent() {
        // Given / When
        int exit = cli.run("base", "stop");

        // Then
        assertThat(exit).isZero();
        assertThat(cli.out()).startsWith("No base runs in ");
    }

    @Test
    void stopWhenBaseWasKilledRemovesItsRecord() throws Exception {
        // Given
        cli.run("base", "start");
        ProcessHandle process =
                ProcessHandle.of(home.base().orElseThrow().pid()).orElseThrow();
        process.destroyForcibly();
        process.onExit().get(10, TimeUnit.SECONDS);

        // When
        int status = cli.run("base", "status");
        int stop = cli.run("base", "stop");

        // Then
        assertThat(status).isEqualTo(9);
        assertThat(stop).isZero();
        assertThat(cli.out()).contains("was gone, its record is removed");
        assertThat(home.base()).isEmpty();
    }

    @Test
    void stopWhenProcessIdBelongsToAnotherLeavesThatAlone() throws Exception {
        // Given
        Process other = new ProcessBuilder("sleep", "60").start();
        home.create();
        Files.writeString(
                home.directory().resolve("base.json"),
                """
                {"pid":%d,"businessPort":1,"adminPort":1,"adminAddress":"127.0.0.1",
                 "startedAt":"2026-01-01T00:00:00Z","version":"0.1.0"}"""
                        .formatted(other.pid()));

        // When
        int exit = cli.run("base", "stop");

        // Then
        assertThat(exit).isZero();
        assertThat(cli.out()).contains("was gone");
        assertThat(other.isAlive()).isTrue();
        other.destroyForcibly();
    }

    @Test
    void stopWhenBaseIsStubbornWaitsAndKillsOnlyWhenToldTo() {
        // Given
        cli.run("base", "start", "--java-option", "-Dfake=stubborn");
        long pid = home.base().orElseThrow().pid();

        // When
        int waited = cli.run("base", "stop", "--wait", "300ms");
        boolean alive = ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
        int killed = cli.run("base", "stop", "--wait", "300ms", "--kill");

        // Then
        assertThat(waited).isEqualTo(7);
        assertThat(alive).isTrue();
        assertThat(killed).isZero();
        assertThat(cli.out()).startsWith("Ended by force the base with pid " + pid);
        assertThat(home.base()).isEmpty();
    }

    @Test
    void startWhenPortIsInUseTellsTheReportAsConflict() {
        // Given / When
        int exit = cli.run("base", "start", "--java-option=-Dfake=port-in-use");

        // Then
        assertThat(exit).isEqualTo(5);
        assertThat(cli.out()).isEmpty();
        assertThat(cli.err())
                .startsWith("berth: The base did not start: Web server failed to start. Port 8080 was already in use\n")
                .contains("  hint: Identify and stop");
    }

    @Test
    void startWhenBaseCrashesShowsTheEndOfItsLog() {
        // Given / When
        int exit = cli.run("base", "start", "--java-option=-Dfake=crash");

        // Then
        assertThat(exit).isEqualTo(70);
        assertThat(cli.err()).contains("No disk, no base").doesNotContain("\tat ");
    }

    @Test
    void startWhenWaitIsOverEndsTheProcess() {
        // Given / When
        int exit = cli.run("base", "start", "--java-option=-Dfake=never-ready", "--wait", "1s");

        // Then
        assertThat(exit).isEqualTo(7);
        assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive))
                .noneMatch(child ->
                        List.of(child.info().arguments().orElse(new String[0])).contains("-Dfake=never-ready"));
    }

    @Test
    void startWhenBaseEndsInForegroundGivesItsExitCode() {
        // Given / When
        int exit = cli.run("base", "start", "--foreground", "--java-option=-Dfake=port-in-use");

        // Then
        assertThat(exit).isEqualTo(1);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void startWhenDoneHasLeftTheBaseInSessionOfItsOwn() throws Exception {
        // Given
        cli.run("base", "start");
        long pid = home.base().orElseThrow().pid();

        // When / Then
        assertThat(session(pid)).isEqualTo(pid);
    }

    /** The sixth field of the process's line in /proc, counted behind the command, which may hold blanks. */
    private static long session(long pid) throws Exception {
        String line = Files.readString(Path.of("/proc/" + pid + "/stat"));
        return Long.parseLong(line.substring(line.lastIndexOf(')') + 2).split(" ")[3]);
    }
}
