package dev.berth.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.cli.fake.FakeJars;
import dev.berth.cli.home.BaseRecord;
import dev.berth.cli.home.BerthHome;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plays the demo with a real process; the base in it and its modules are fakes. */
class DemoCommandIT {

    @TempDir
    private Path directory;

    private CliRun cli;
    private BerthHome home;

    @BeforeEach
    void prepare() throws Exception {
        FakeJars.base(directory.resolve("base-runtime/target/base-runtime-0.1-exec.jar"));
        FakeJars.biz(directory.resolve("sample-biz/catalog/target/catalog-1.0.0.jar"), 58_200);
        FakeJars.biz(directory.resolve("sample-biz/pricing/target/pricing-1.0.0-biz.jar"), 12_300);
        home = new BerthHome(directory.resolve("home"));
        cli = new CliRun(directory);
    }

    @AfterEach
    void endWhatIsLeft() {
        home.base().flatMap(base -> ProcessHandle.of(base.pid())).ifPresent(ProcessHandle::destroyForcibly);
    }

    @Test
    void demoWhenPlayedOnceTellsTheStoryAndLeavesNothing() {
        // Given / When
        int exit = cli.run("demo", "--once", "--home", home.directory().toString());

        // Then
        assertThat(cli.err()).isEmpty();
        assertThat(exit).isZero();
        assertThat(cli.out())
                .contains(
                        "Install catalog-1.0.0.jar (58.2 KB)",
                        "41 libraries shared with the base, 3 brought",
                        "GET /catalog/ -> 200",
                        "page 'Any page'",
                        "Install pricing-1.0.0-biz.jar (12.3 KB)",
                        "GET /pricing/api/prices/TEA-001 -> 404",
                        "version 1.1.0 took over after ",
                        "version 1.0 is back after ",
                        "GET /catalog/api/products -> 404",
                        "base stopped and its home removed");
        assertThat(home.directory()).doesNotExist();
    }

    @Test
    void demoWhenPlayedWithoutOnceLeavesTheBaseWithBothInstalled() {
        // Given / When
        int exit = cli.run("demo", "--home", home.directory().toString());
        String story = cli.out();
        cli.run("--home", home.directory().toString(), "-o", "name", "list");

        // Then
        assertThat(exit).isZero();
        assertThat(cli.out().lines()).containsExactly("catalog", "pricing");
        assertThat(story)
                .contains("berth --home " + home.directory() + " show catalog --linkage")
                .contains("base stop");
    }

    @Test
    void demoWhenHomeIsNotEmptyRefuses() throws Exception {
        // Given
        Files.createDirectory(home.directory());
        Path precious = Files.writeString(home.directory().resolve("precious.txt"), "mine");

        // When
        int exit = cli.run("demo", "--once", "--home", home.directory().toString());

        // Then
        assertThat(exit).isEqualTo(5);
        assertThat(precious).exists();
    }

    @Test
    void demoWhenStepIsNotAsToldStopsTheBaseAndRemovesItsHome() throws Exception {
        // Given
        Path pricing = directory.resolve("sample-biz/pricing/target/pricing-1.0.0-biz.jar");
        Files.move(pricing, pricing.resolveSibling("pricing-broken-biz.jar"));

        // When
        int exit = cli.run("demo", "--home", home.directory().toString());

        // Then
        assertThat(exit).isEqualTo(6);
        assertThat(cli.err()).contains("berth: The demo failed: The jar has no main class", "| Fake base: ");
        assertThat(home.base().map(BaseRecord::pid)).isEmpty();
        assertThat(home.directory()).doesNotExist();
    }
}
