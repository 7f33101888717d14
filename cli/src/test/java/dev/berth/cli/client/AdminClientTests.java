package dev.berth.cli.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.cli.error.CliException;
import dev.berth.cli.error.ExitCode;
import dev.berth.cli.fake.FakeBase;
import dev.berth.cli.fake.FakeBase.Request;
import dev.berth.cli.fake.FakeJars;
import dev.berth.cli.home.BaseAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdminClientTests {

    @TempDir
    private Path directory;

    private FakeBase base;
    private AdminClient client;

    @BeforeEach
    void start() throws IOException {
        base = new FakeBase();
        client = client(base.uri(), FakeBase.TOKEN);
    }

    @AfterEach
    void stop() {
        base.close();
    }

    @Test
    void installWhenSentStreamsTheFileWithItsLengthTypeAndKey() throws Exception {
        // Given
        Path jar = FakeJars.biz(directory.resolve("my biz+1.jar"), 100_000);
        List<Long> sent = new CopyOnWriteArrayList<>();
        InstallOrder order = new InstallOrder(
                jar,
                Optional.of("mine"),
                Optional.of("1+2"),
                Optional.of("/a b"),
                Optional.of("ff"),
                Optional.of(Duration.ofSeconds(90)),
                Optional.empty(),
                true);

        // When
        client.install(order, (bytes, total) -> sent.add(bytes));

        // Then
        Request request = base.requests().get(0);
        assertThat(request.header("Content-length")).isEqualTo("100000");
        assertThat(request.header("Content-type")).isEqualTo("application/java-archive");
        assertThat(request.header("Idempotency-key")).hasSize(36);
        assertThat(request.length()).isEqualTo(100_000);
        assertThat(request.query())
                .containsEntry("fileName", "my biz+1.jar")
                .containsEntry("name", "mine")
                .containsEntry("version", "1+2")
                .containsEntry("contextPath", "/a b")
                .containsEntry("sha256", "ff")
                .containsEntry("startDeadline", "PT1M30S")
                .containsEntry("force", "true")
                .doesNotContainKey("wait");
        assertThat(sent).isSorted().endsWith(100_000L);
    }

    @Test
    void installWhenFileGrowsWhileItIsSentSaysSoAndNotThatTheBaseIsGone() throws Exception {
        // Given
        Path jar = FakeJars.biz(directory.resolve("growing.jar"), 1_000_000);
        UploadListener build = (bytes, total) -> append(jar);

        // When / Then
        assertThatThrownBy(() -> client.install(InstallOrder.of(jar), build))
                .isInstanceOfSatisfying(CliException.class, error -> {
                    assertThat(error.exitCode()).isEqualTo(ExitCode.USAGE);
                    assertThat(error.message()).endsWith("growing.jar' changed while it was sent");
                    assertThat(error.remedy()).contains("build");
                });
    }

    private static void append(Path file) {
        try {
            Files.write(file, new byte[100_000], StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void installWhenFileIsMissingRefusesBeforeAsking() {
        // Given
        Path missing = directory.resolve("none.jar");

        // When / Then
        assertThatThrownBy(() -> InstallOrder.of(missing))
                .isInstanceOfSatisfying(CliException.class, error -> assertThat(error.exitCode())
                        .isEqualTo(ExitCode.USAGE))
                .hasMessageContaining("none.jar");
        assertThat(base.requests()).isEmpty();
    }

    @Test
    void anythingWhenTokenIsWrongTellsWhereItWasLookedFor() {
        // Given
        AdminClient stranger = client(base.uri(), "wrong");

        // When / Then
        assertThatThrownBy(stranger::biz).isInstanceOfSatisfying(CliException.class, error -> {
            assertThat(error.exitCode()).isEqualTo(ExitCode.NOT_ALLOWED);
            assertThat(error.remedy()).isEqualTo("The token is looked for in the test.");
            assertThat(error.message() + error.remedy()).doesNotContain("wrong");
        });
    }

    @Test
    void anythingWhenNobodyListensIsUnreachable() {
        // Given
        base.close();

        // When / Then
        assertThatThrownBy(client::base).isInstanceOfSatisfying(CliException.class, error -> {
            assertThat(error.exitCode()).isEqualTo(ExitCode.BASE_UNREACHABLE);
            assertThat(error.remedy()).contains("berth base start");
        });
        assertThat(client.ready()).isFalse();
    }

    @Test
    void bizWhenBaseHasNoneTellsTheBasesOwnProblem() {
        // Given / When / Then
        assertThatThrownBy(() -> client.biz("none")).isInstanceOfSatisfying(CliException.class, error -> {
            assertThat(error.exitCode()).isEqualTo(ExitCode.NOT_FOUND);
            assertThat(error.code()).isEqualTo("BIZ_NOT_FOUND");
            assertThat(error.message()).isEqualTo("There is no biz 'none'");
            assertThat(error.remedy()).isEqualTo("Any remedy.");
        });
    }

    @Test
    void bizWhenAnswerIsNotOfABaseSaysSo() {
        // Given
        base.prepare("GET /v1/biz", 200, "<html>Another server</html>");

        // When / Then
        assertThatThrownBy(client::biz)
                .isInstanceOf(CliException.class)
                .hasMessageContaining("not the admin API of a base");
    }

    @Test
    void bizWhenRedirectedDoesNotFollow() {
        // Given
        base.prepare("GET /v1/biz", 302, "");

        // When / Then
        assertThatThrownBy(client::biz).isInstanceOf(CliException.class).hasMessageContaining("302");
    }

    @Test
    void bizWhenMemberIsMissingNamesIt() {
        // Given
        base.prepare("GET /v1/biz", 200, "{\"biz\":[{\"name\":\"catalog\"}]}");

        // When / Then
        assertThatThrownBy(client::biz).isInstanceOf(CliException.class).hasMessageContaining("'version'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a/b", "a?b", "../operations", " "})
    void bizWhenNameCouldBeAnotherPathRefusesBeforeAsking(String name) {
        // Given / When / Then
        assertThatThrownBy(() -> client.biz(name))
                .isInstanceOfSatisfying(CliException.class, error -> assertThat(error.exitCode())
                        .isEqualTo(ExitCode.USAGE));
        assertThat(base.requests()).isEmpty();
    }

    @Test
    void uninstallWhenVersionIsGivenNamesIt() {
        // Given
        base.control().installed("catalog", "1.0");

        // When
        client.uninstall("catalog", "1.0+7");

        // Then
        assertThat(base.requests().get(0).path()).isEqualTo("/v1/biz/catalog/1.0+7");
    }

    private static AdminClient client(URI uri, String token) {
        return new AdminClient(new BaseAddress(uri, Optional.of(token), "the test"));
    }
}
