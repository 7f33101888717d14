package dev.berth.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.testing.PlainApplication;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A base that can't start says so in one paragraph, with the remedy, and leaves nothing behind. */
class BadStartIT {

    private static final List<String> DEFAULT_BASE =
            List.of("-jar", BuiltJars.exec().toString());

    @TempDir
    Path directory;

    private Path home;

    @BeforeEach
    void chooseHome() {
        home = directory.resolve("home");
    }

    @Test
    void applicationOnJettyIsRefused() {
        // Given
        PlainApplication jetty = Programs.application()
                .without("spring-boot-tomcat", "tomcat-embed-core", "tomcat-embed-websocket")
                .jars(BuiltJars.libraries("jetty"));
        // When / Then
        assertRefused(
                command(jetty),
                "The base application has no embedded Tomcat (BASE_UNSUPPORTED)",
                "Put spring-boot-starter-tomcat");
    }

    @Test
    void reactiveApplicationIsRefused() {
        // Given
        PlainApplication reactive = new PlainApplication()
                .source(Programs.USER_APPLICATION)
                .starter("spring-boot-starter-webmvc")
                .without("spring-webmvc", "spring-boot-webmvc", "spring-boot-servlet", "spring-boot-tomcat")
                .without("tomcat-embed-core", "tomcat-embed-websocket")
                .jars(BuiltJars.libraries("reactive"));
        // When / Then
        assertRefused(
                command(reactive),
                "The application is reactive and can't be a base (BASE_UNSUPPORTED)",
                "Use spring-boot-starter-webmvc");
    }

    @Test
    void adminPortInUseIsToldWithItsNumber() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertRefused(
                    DEFAULT_BASE,
                    "The admin port " + taken.getLocalPort() + " is in use (BASE_START_FAILED)",
                    "Stop what uses it",
                    "--berth.admin.port=" + taken.getLocalPort());
        }
    }

    @Test
    void unknownKeyIsNamed() {
        assertRefused(
                DEFAULT_BASE,
                "The base has no setting 'berth.admn.port' (INVALID_SETTINGS)",
                "Correct or remove it",
                "--berth.admn.port=1");
    }

    @Test
    void unfitValueIsNamed() {
        assertRefused(
                DEFAULT_BASE,
                "Value 'soon' of setting 'berth.biz.start-deadline' does not fit (INVALID_SETTINGS)",
                "Correct it",
                "--berth.biz.start-deadline=soon");
    }

    @Test
    void applicationWithoutWebPartIsNoBase() {
        // Given
        PlainApplication application = Programs.application();
        // When
        try (JvmProcess process =
                BaseProcess.begin(home, command(application), "--spring.main.web-application-type=none")) {
            // Then
            assertThat(process.awaitExit()).as(process.output()).isZero();
            assertThat(home).doesNotExist();
        }
    }

    private List<String> command(PlainApplication application) {
        return JvmProcess.main(Programs.MAIN, Programs.base(application).write(directory.resolve("classes")));
    }

    private void assertRefused(List<String> what, String message, String remedy, String... arguments) {
        try (JvmProcess process = BaseProcess.begin(home, what, arguments)) {
            int exitCode = process.awaitExit();
            assertThat(process.output())
                    .contains("Description:\n\n" + message + "\n\nAction:\n\n" + remedy)
                    .doesNotContain("\tat ");
            assertThat(exitCode).isEqualTo(1);
            assertThat(home.resolve("base.json")).doesNotExist();
            assertThat(home).satisfiesAnyOf(unused -> assertThat(unused).doesNotExist(), BadStartIT::assertFree);
        }
    }

    private static void assertFree(Path home) throws IOException {
        Path file = home.resolve(".lock");
        if (!file.toFile().exists()) {
            return;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            assertThat(lock).isNotNull();
        }
    }
}
