package dev.berth.admin;

import static dev.berth.admin.AdminFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.control.Strategy;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The routes that move a biz between its versions, and in and out of service. */
class AdminSwitchIT {

    private static AdminFixture admin;

    @BeforeAll
    static void start() throws Exception {
        admin = new AdminFixture();
    }

    @AfterAll
    static void stop() throws Exception {
        admin.close();
    }

    @AfterEach
    void forgetWhatTheTestSaid() {
        admin.control.outcome = FakeBaseControl::succeeded;
    }

    @ParameterizedTest
    @ValueSource(strings = {"rollback", "stop", "start"})
    void postBeginsTheOperationOfThatKind(String kind) throws Exception {
        // When
        HttpResponse<String> atOnce = post("/v1/biz/catalog/" + kind);
        HttpResponse<String> waited = post("/v1/biz/catalog/" + kind + "?wait=10s");
        // Then
        assertThat(atOnce.statusCode()).isEqualTo(202);
        assertThat(json(atOnce).path("kind").asString()).isEqualTo(kind);
        assertThat(atOnce.headers().firstValue("Location")).isPresent();
        assertThat(waited.statusCode()).isEqualTo(200);
        assertThat(json(waited).path("status").asString()).isEqualTo("succeeded");
    }

    @Test
    void rollbackWithAKeyIsDoneOnce() throws Exception {
        // When
        String first = json(post("/v1/biz/catalog/rollback", "one")).path("id").asString();
        String repeat = json(post("/v1/biz/catalog/rollback", "one")).path("id").asString();
        String next = json(post("/v1/biz/catalog/rollback", "two")).path("id").asString();
        HttpResponse<String> other = post("/v1/biz/catalog/stop", "one");
        // Then
        assertThat(repeat).isEqualTo(first);
        assertThat(next).isNotEqualTo(first);
        assertThat(other.statusCode()).isEqualTo(409);
    }

    @Test
    void rollbackThatFailsIsAProblemWithItsOperation() throws Exception {
        // Given
        admin.control.outcome = FakeBaseControl::failed;
        // When
        HttpResponse<String> answer = post("/v1/biz/catalog/rollback?wait");
        // Then
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(json(answer).path("operation").path("kind").asString()).isEqualTo("rollback");
    }

    @Test
    void putActiveSwitchesToTheVersionInTheBody() throws Exception {
        // When
        HttpResponse<String> answer = put("/v1/biz/catalog/active?wait", "{\"version\":\"2\"}", "application/json");
        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).path("kind").asString()).isEqualTo("switch");
        assertThat(json(answer).path("version").asString()).isEqualTo("2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "{\"version\":2} application/json 400",
                "{\"version\":\"../2\"} application/json 400",
                "{\"version\":\"2\",\"more\":1} application/json 400",
                "[] application/json 400",
                "{ application/json 400",
                "{\"version\":\"2\"} text/plain 415"
            })
    void putActiveWhenBodyIsAnythingElseRefuses(String body, String type, int status) throws Exception {
        assertThat(put("/v1/biz/catalog/active", body, type).statusCode()).isEqualTo(status);
    }

    @Test
    void getActiveIsNotAllowed() throws Exception {
        // When
        HttpResponse<String> answer = admin.get("/v1/biz/catalog/active");
        // Then
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow").orElse("")).contains("PUT");
    }

    @Test
    void installTakesAStrategy() throws Exception {
        // When
        admin.send(admin.upload("/v1/biz?strategy=side-by-side", new byte[1]));
        HttpResponse<String> unknown = admin.send(admin.upload("/v1/biz?strategy=hope", new byte[1]));
        // Then
        assertThat(admin.control.installs).last().satisfies(install -> assertThat(install.strategy())
                .isEqualTo(Strategy.SIDE_BY_SIDE));
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(json(unknown).path("remedy").asString()).contains("replace, side-by-side, stop-first");
    }

    @Test
    void revisionsShowSinceWhenAndWhatRunsInThem() throws Exception {
        // When
        var revision = json(admin.get("/v1/biz/catalog")).path("revisions").path(0);
        // Then
        assertThat(revision.path("since").asString()).isEqualTo("1970-01-01T00:00:00Z");
        assertThat(revision.path("callsInFlight").asInt()).isEqualTo(2);
        assertThat(revision.path("carriedAttributes").asInt()).isEqualTo(5);
        assertThat(revision.path("droppedAttributes").asInt()).isEqualTo(3);
        assertThat(json(admin.get("/v1/biz/catalog"))
                        .path("earlierVersions")
                        .path(0)
                        .asString())
                .isEqualTo("0.9");
    }

    private static HttpResponse<String> post(String path) throws Exception {
        return admin.send(admin.request(path).POST(BodyPublishers.noBody()));
    }

    private static HttpResponse<String> post(String path, String key) throws Exception {
        return admin.send(admin.request(path).header("Idempotency-Key", key).POST(BodyPublishers.noBody()));
    }

    private static HttpResponse<String> put(String path, String body, String type) throws Exception {
        HttpRequest.Builder request = admin.request(path).header("Content-Type", type);
        return admin.send(request.PUT(BodyPublishers.ofString(body)));
    }
}
