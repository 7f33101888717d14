package dev.berth.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.berth.test.cases.BrokenCase;
import dev.berth.test.cases.CleanCase;
import dev.berth.test.cases.LeakyCase;
import dev.berth.test.cases.MissingJarCase;
import dev.berth.test.cases.NestedLeakCase;
import dev.berth.test.cases.OtherSettingsCase;
import dev.berth.test.cases.SilentLeakCase;
import dev.berth.test.cases.WrongSettingCase;
import dev.berth.test.sample.LeakyApplication;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.EngineTestKit.Builder;
import org.junit.platform.testkit.engine.Events;

/** Runs test classes as an engine does and looks at what it tells of them. */
class KitIT {

    private static final Path WORK = Path.of("target", "berth-test");

    @AfterEach
    void endWhatLeaks() {
        DriverManager.setLogWriter(null);
    }

    @Test
    void moduleThatLeaksFailsTheTestWithTheHoldersName() {
        System.clearProperty(LeakyApplication.RELEASE);
        try {
            // When
            Events events = run(LeakyCase.class);
            // Then
            assertThat(failures(events))
                    .contains("After the uninstall class loaders are still there", "'leaky:0-test#1' is held")
                    .contains("leaky-poller");
        } finally {
            System.setProperty(LeakyApplication.RELEASE, "true");
        }
    }

    @Test
    void nestedClassThatAsksForNoLeaksFailsWhenItsModuleLeaks() {
        System.clearProperty(LeakyApplication.RELEASE);
        try {
            // When
            Events events = run(NestedLeakCase.class);
            // Then
            assertThat(failures(events))
                    .contains("After the uninstall class loaders are still there", "'nested:0-test#1' is held");
        } finally {
            System.setProperty(LeakyApplication.RELEASE, "true");
        }
    }

    @Test
    void moduleThatLeaksUnseenFailsTheTestWithAHeapDump() {
        // Given
        Path dump = WORK.resolve("silent-0-test-1.hprof");
        // When
        Events events = run(SilentLeakCase.class);
        // Then
        assertThat(failures(events)).contains("'silent:0-test#1' is unknown", dump.toString(), "GC roots");
        assertThat(dump).isNotEmptyFile();
    }

    @Test
    void modulesThatLeaveNothingPassBesideEachOtherAndUnderOtherSettings() {
        // When
        Events events = run(CleanCase.class, OtherSettingsCase.class);
        // Then
        assertThat(failures(events)).isEmpty();
        assertThat(events.succeeded().stream()
                        .filter(event -> event.getTestDescriptor().isTest()))
                .hasSize(2);
    }

    @Test
    void classesThatMayRunAtOnceRunOneAfterTheOther() {
        // When
        Events events = engine(CleanCase.class, OtherSettingsCase.class)
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.mode.classes.default", "concurrent")
                .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .execute()
                .allEvents();
        // Then
        assertThat(failures(events)).isEmpty();
        assertThat(events.succeeded().stream()
                        .filter(event -> event.getTestDescriptor().isTest()))
                .hasSize(2);
    }

    @Test
    void moduleThatDoesNotStartFailsTheTestWithTheBasesReason() {
        assertThat(failures(run(BrokenCase.class))).contains("The price list is missing");
    }

    @Test
    void baseThatDoesNotStartFailsTheTestWithItsReasonAndLeavesNoHome() throws IOException {
        // Given
        List<Path> before = homes();
        // When
        Events events = run(WrongSettingCase.class);
        // Then
        assertThat(failures(events)).contains("The base did not start", "berth.standby.maximum");
        assertThat(homes()).isEqualTo(before);
    }

    @Test
    void jarThatIsMissingFailsTheTestWithTheRemedy() {
        assertThat(failures(run(MissingJarCase.class)))
                .contains("There is no jar 'target/no-such.jar' in the module. Build it first");
    }

    @Test
    void jvmAfterABaseIsAsBefore() throws IOException {
        // Given
        List<Path> homes = homes();
        PrintStream out = System.out;
        PrintStream err = System.err;
        Thread.UncaughtExceptionHandler uncaught = Thread.getDefaultUncaughtExceptionHandler();
        Properties properties = (Properties) System.getProperties().clone();
        // When
        Events events = run(CleanCase.class);
        // Then
        assertThat(failures(events)).isEmpty();
        assertThat(System.out).isSameAs(out);
        assertThat(System.err).isSameAs(err);
        assertThat(Thread.getDefaultUncaughtExceptionHandler()).isSameAs(uncaught);
        assertThat(System.getProperties()).isEqualTo(properties);
        assertThat(homes()).isEqualTo(homes);
    }

    private static List<Path> homes() throws IOException {
        try (Stream<Path> files = Files.list(Files.createDirectories(WORK))) {
            return files.filter(file -> file.getFileName().toString().startsWith("home-"))
                    .sorted()
                    .toList();
        }
    }

    private static Events run(Class<?>... cases) {
        return engine(cases).execute().allEvents();
    }

    private static Builder engine(Class<?>... cases) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(Stream.of(cases).map(each -> selectClass(each)).toArray(DiscoverySelector[]::new));
    }

    private static String failures(Events events) {
        return events.failed().stream()
                .flatMap(event -> event.getPayload(TestExecutionResult.class).stream())
                .flatMap(result -> result.getThrowable().stream())
                .map(String::valueOf)
                .collect(Collectors.joining("\n"));
    }
}
