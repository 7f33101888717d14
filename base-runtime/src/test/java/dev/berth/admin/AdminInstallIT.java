package dev.berth.admin;

import static dev.berth.admin.AdminFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.control.InstallRequest;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdminInstallIT {

    private static final byte[] JAR = "the bytes of a jar".getBytes(StandardCharsets.US_ASCII);

    private static AdminFixture admin;

    @BeforeAll
    static void start() throws Exception {
        admin = new AdminFixture();
    }

    @AfterAll
    static void stop() throws Exception {
        admin.close();
    }

    @BeforeEach
    void forgetTheTestBefore() {
        admin.control.outcome = FakeBaseControl::succeeded;
        admin.control.installs.clear();
        admin.control.announcedLengths.clear();
    }

    @Test
    void installWithoutWaitIsAccepted() throws Exception {
        // When
        HttpResponse<String> answer = admin.send(admin.upload("/v1/biz", JAR));
        // Then
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.headers().firstValue("Location"))
                .contains("/v1/operations/" + json(answer).path("id").asString());
        assertThat(json(answer).path("status").asString()).isEqualTo("running");
        assertThat(admin.control.announcedLengths).containsExactly(Optional.of((long) JAR.length));
    }

    @Test
    void installHandsOnWhatTheQuerySays() throws Exception {
        // When
        admin.send(admin.upload(
                "/v1/biz?fileName=a%20b.jar&name=shop&version=2%2B7&contextPath=store&startDeadline=PT90S&wait=500ms",
                JAR));
        // Then
        assertThat(admin.control.installs).hasSize(1);
        InstallRequest install = admin.control.installs.get(0);
        assertThat(install.artifact().size()).isEqualTo(JAR.length);
        assertThat(install.fileName()).contains("a b.jar");
        assertThat(install.name().orElseThrow()).hasToString("shop");
        assertThat(install.version().orElseThrow()).hasToString("2+7");
        assertThat(install.contextPath().orElseThrow()).hasToString("/store");
        assertThat(install.startDeadline()).contains(Duration.ofSeconds(90));
    }

    @Test
    void installWithWaitIsCreated() throws Exception {
        // When
        HttpResponse<String> answer = admin.send(admin.upload("/v1/biz?wait", JAR));
        // Then
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Location")).contains("/v1/biz/catalog");
        assertThat(json(answer).path("status").asString()).isEqualTo("succeeded");
    }

    @Test
    void installThatChangesNothingIsOk() throws Exception {
        // Given
        admin.control.outcome = FakeBaseControl::unchanged;
        // When
        HttpResponse<String> answer = admin.send(admin.upload("/v1/biz?wait=60s", JAR));
        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).path("changed").asBoolean()).isFalse();
    }

    @Test
    void installThatFailsIsAProblemWithItsOperation() throws Exception {
        // Given
        admin.control.outcome = FakeBaseControl::failed;
        // When
        HttpResponse<String> answer = admin.send(admin.upload("/v1/biz?wait", JAR));
        // Then
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(json(answer).path("code").asString()).isEqualTo("BIZ_START_FAILED");
        assertThat(json(answer).path("category").asString()).isEqualTo("biz");
        assertThat(json(answer).path("operation").path("status").asString()).isEqualTo("failed");
        assertThat(json(answer).path("operation").path("problem").path("code").asString())
                .isEqualTo("BIZ_START_FAILED");
    }

    @Test
    void installThatOutlastsTheWaitIsAccepted() throws Exception {
        // Given
        admin.control.outcome = UnaryOperator.identity();
        // When
        HttpResponse<String> answer = admin.send(admin.upload("/v1/biz?wait=50ms", JAR));
        // Then
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(json(answer).path("status").asString()).isEqualTo("running");
    }

    @Test
    void chunkedUploadAnnouncesNoLength() throws Exception {
        // Given
        HttpRequest.Builder request = admin.request("/v1/biz")
                .header("Content-Type", "application/java-archive")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(JAR)));
        // When
        HttpResponse<String> answer = admin.send(request);
        // Then
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(admin.control.announcedLengths).containsExactly(Optional.empty());
    }

    @Test
    void largeUploadArrivesWhole() throws Exception {
        // When
        HttpResponse<String> answer = admin.send(admin.upload("/v1/biz", new byte[40_000_000]));
        // Then
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(admin.control.installs.get(0).artifact().size()).isEqualTo(40_000_000L);
    }

    @Test
    void largeUploadThatIsRefusedStillHearsWhy() throws Exception {
        // When
        HttpResponse<String> answer = admin.send(admin.upload("/v1/biz?nmae=x", new byte[40_000_000]));
        // Then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("remedy").asString()).contains("fileName, name, version");
    }

    @Test
    void uploadThatBreaksOffIsIncomplete() throws Exception {
        // When
        String answer = admin.raw("POST /v1/biz HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + admin.token
                + "\r\nContent-Type: application/java-archive\r\nContent-Length: 1000\r\n\r\nhalf");
        // Then
        assertThat(admin.control.installs).isEmpty();
        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "UPLOAD_INCOMPLETE", "Cache-Control: no-store");
    }

    @Test
    void wrongDigestIsRefused() throws Exception {
        // When
        HttpResponse<String> answer = admin.send(admin.upload("/v1/biz?sha256=" + "0".repeat(64), JAR));
        // Then
        assertThat(json(answer).path("code").asString()).isEqualTo("DIGEST_MISMATCH");
        assertThat(admin.control.installs).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "startDeadline=60",
                "startDeadline=0s",
                "startDeadline=-5s",
                "startDeadline=2h",
                "wait=11m",
                "wait=true",
                "wait=99999999999999999999s",
                "name=..",
                "version=a/b",
                "contextPath=/",
                "sha256=abc",
                "fileName=..%2Fa.jar",
                "fileName=a%0Ab.jar",
                "name=a&name=b"
            })
    void wrongParametersAreRefusedBeforeTheBodyIsRead(String query) throws Exception {
        // When
        HttpResponse<String> answer = admin.send(admin.upload("/v1/biz?" + query, JAR));
        // Then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(admin.control.announcedLengths).isEmpty();
    }

    @Test
    void malformedQueryIsRefused() throws Exception {
        // When
        String answer = admin.raw("POST /v1/biz?name=%zz HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + admin.token + "\r\nContent-Type: application/java-archive\r\nContent-Length: 0\r\n\r\n");
        // Then
        assertThat(answer).startsWith("HTTP/1.1 400").contains("The query of the request is malformed");
    }

    @Test
    void chunksThatMakeNoSenseAreIncomplete() throws Exception {
        // When
        String answer = admin.raw("POST /v1/biz HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + admin.token
                + "\r\nContent-Type: application/java-archive\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\nxx\r\n");
        // Then
        assertThat(admin.control.installs).isEmpty();
        assertThat(answer).startsWith("HTTP/1.1 400").contains("UPLOAD_INCOMPLETE", "Cache-Control: no-store");
    }

    @Test
    void urlIsRefused() throws Exception {
        // Given
        HttpRequest.Builder request = admin.request("/v1/biz")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"url\":\"http://127.0.0.1/a.jar\"}"));
        // When
        HttpResponse<String> answer = admin.send(request);
        // Then
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(json(answer).path("code").asString()).isEqualTo("URL_FETCH_DISABLED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data; boundary=x",
                "application/x-www-form-urlencoded",
                "application/zip",
                "nonsense"
            })
    void otherContentIsRefused(String contentType) throws Exception {
        // Given
        HttpRequest.Builder request = admin.request("/v1/biz")
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofString("name=catalog"));
        // When
        HttpResponse<String> answer = admin.send(request);
        // Then
        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(json(answer).path("code").asString()).isEqualTo("UNSUPPORTED_MEDIA_TYPE");
        assertThat(admin.control.installs).isEmpty();
    }

    @Test
    void repeatWithTheSameKeyGetsTheSameOperation() throws Exception {
        // Given
        String first = json(admin.send(admin.upload("/v1/biz?name=shop", JAR).header("Idempotency-Key", "key-1")))
                .path("id")
                .asString();
        // When
        HttpResponse<String> repeat =
                admin.send(admin.upload("/v1/biz?name=shop&wait", JAR).header("Idempotency-Key", "key-1"));
        // Then
        assertThat(json(repeat).path("id").asString()).isEqualTo(first);
        assertThat(admin.control.installs).hasSize(1);
    }

    @Test
    void otherRequestWithTheSameKeyIsAConflict() throws Exception {
        // Given
        admin.send(admin.upload("/v1/biz?name=shop", JAR).header("Idempotency-Key", "key-2"));
        // When
        List<HttpResponse<String>> others = List.of(
                admin.send(admin.upload("/v1/biz?name=other", JAR).header("Idempotency-Key", "key-2")),
                admin.send(admin.upload("/v1/biz?name=shop", new byte[3]).header("Idempotency-Key", "key-2")));
        // Then
        assertThat(others).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(json(answer).path("code").asString()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        });
        assertThat(admin.control.installs).hasSize(1);
    }
}
