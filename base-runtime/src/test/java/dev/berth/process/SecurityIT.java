package dev.berth.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may ask a base for what, from its first start on. */
class SecurityIT {

    @TempDir
    static Path directory;

    private static BaseProcess base;

    @BeforeAll
    static void start() {
        base = BaseProcess.defaultBase(directory.resolve("home"));
    }

    @AfterAll
    static void stop() {
        base.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/base",
        "GET, /v1/biz",
        "POST, /v1/biz",
        "GET, /v1/biz/any",
        "DELETE, /v1/biz/any",
        "DELETE, /v1/biz/any/1.0",
        "GET, /v1/biz/any/linkage",
        "GET, /v1/operations",
        "GET, /v1/operations/any",
        "GET, /",
        "GET, /no/such/path",
        "POST, /livez"
    })
    void requestWithoutTokenIsRefused(String method, String path) {
        // When
        HttpResponse<String> answer =
                calls().send(calls().request(path).method(method, HttpRequest.BodyPublishers.noBody()));
        // Then
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body())
                .contains("UNAUTHENTICATED")
                .doesNotContain(base.admin().token());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/livez", "/readyz"})
    void probesNeedNoToken(String path) {
        assertThat(calls().get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void wrongTokenIsRefused() {
        // Given
        String right = base.admin().token();
        String almost = right.substring(0, right.length() - 1) + (right.endsWith("A") ? "B" : "A");
        for (String header : List.of("Bearer " + almost, "Bearer ", "Basic " + right, right)) {
            // When
            int status = calls().send(calls().request("/v1/base").header("Authorization", header))
                    .statusCode();
            // Then
            assertThat(status)
                    .as(header.substring(0, Math.min(6, header.length())))
                    .isEqualTo(401);
        }
    }

    @Test
    void rightTokenIsTaken() {
        assertThat(base.admin().get("/v1/base").statusCode()).isEqualTo(200);
    }

    @Test
    void tokenFileIsItsOwnersAlone() throws Exception {
        // Given
        Path file = base.home().resolve("admin.token");
        Assumptions.assumeTrue(
                Files.getFileStore(file).supportsFileAttributeView("posix"), "No file modes on this file system");
        // When / Then
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void fetchingFromUrlsIsOff() {
        // When
        HttpResponse<String> answer = base.admin()
                .send(calls().request("/v1/biz")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"url\":\"http://127.0.0.1:1/a.jar\"}")));
        // Then
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("\"URL_FETCH_DISABLED\"");
    }

    @Test
    void tokenIsNotInTheOutput() {
        assertThat(base.process().output()).doesNotContain(base.admin().token());
    }

    @Test
    void adminPortListensOnLoopbackOnly() throws Exception {
        // Given
        List<InetAddress> others = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .toList();
        Assumptions.assumeFalse(others.isEmpty(), "This machine has loopback addresses only");
        for (InetAddress other : others) {
            // When / Then
            try (Socket socket = new Socket()) {
                InetSocketAddress admin = new InetSocketAddress(other, calls().port());
                assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> socket.connect(admin, 2000));
            }
        }
    }

    private static Calls calls() {
        return base.admin().calls();
    }
}
