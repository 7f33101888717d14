package dev.berth.admin;

import static dev.berth.admin.AdminFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AdminServerIT {

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
        admin.control.beforeView = () -> {};
    }

    @Test
    void baseIsShownWithItsMembers() throws Exception {
        // When
        HttpResponse<String> answer = admin.get("/v1/base");
        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(json(answer).path("startedAt").asString()).isEqualTo("1970-01-01T00:00:00Z");
        assertThat(json(answer).path("startSteps").path(0).path("name").asString())
                .isEqualTo("container");
        assertThat(json(answer).path("libraries").path(0).has("version")).isFalse();
    }

    @Test
    void bizAreListed() throws Exception {
        // When
        JsonNode biz = json(admin.get("/v1/biz")).path("biz");
        // Then
        assertThat(biz.size()).isEqualTo(1);
        assertThat(biz.path(0).path("name").asString()).isEqualTo("catalog");
        assertThat(biz.path(0).path("state").asString()).isEqualTo("ACTIVE");
        assertThat(biz.path(0).path("revisions").path(0).path("startMillis").asDouble())
                .isEqualTo(12.5);
    }

    @Test
    void spisAreListed() throws Exception {
        // When
        JsonNode spi = json(admin.get("/v1/spi")).path("spi").path(0);
        // Then
        assertThat(spi.path("code").asString()).isEqualTo("pricing");
        assertThat(spi.path("version").asString()).isEqualTo("1.0");
        assertThat(spi.path("className").asString()).isEqualTo("com.acme.PriceService");
        JsonNode provider = spi.path("providers").path(0);
        assertThat(provider.path("rule").path("merchant").asString()).isEqualTo("acme");
        assertThat(provider.path("methods").path(0).asString()).isEqualTo("proxy://localhost:8080/pricing/1.0/price");
        assertThat(spi.path("consumers").path(0).has("problem")).isFalse();
    }

    @Test
    void linkageIsShown() throws Exception {
        // When
        JsonNode linkage = json(admin.get("/v1/biz/catalog/linkage"));
        // Then
        assertThat(linkage.path("libraries").path(0).path("baseVersion").asString())
                .isEqualTo("2.0.17");
    }

    @Test
    void showWhenBizIsMissingIsAProblem() throws Exception {
        // When
        HttpResponse<String> answer = admin.get("/v1/biz/absent");
        // Then
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(json(answer))
                .isEqualTo(
                        JsonMapper.shared()
                                .readTree(
                                        """
                        {"type":"urn:berth:error:BIZ_NOT_FOUND","title":"Biz not found","status":404,
                         "detail":"There is no biz 'absent'","code":"BIZ_NOT_FOUND","category":"user",
                         "remedy":"List them with GET /v1/biz.","exitCode":4}
                        """));
    }

    @Test
    void operationIsFoundAgain() throws Exception {
        // Given
        String location = admin.send(admin.upload("/v1/biz", new byte[1]))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        // When
        JsonNode operation = json(admin.get(location));
        // Then
        assertThat(operation.path("kind").asString()).isEqualTo("install");
        assertThat(operation.path("status").asString()).isEqualTo("succeeded");
        assertThat(operation.path("phases").path(0).path("millis").asDouble()).isEqualTo(1.25);
        assertThat(json(admin.get("/v1/operations")).path("operations").path(0)).isEqualTo(operation);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/operations/operation-9999", "/v1/operations/x"})
    void operationWhenUnknownIsNotFound(String path) throws Exception {
        // When
        HttpResponse<String> answer = admin.get(path);
        // Then
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(json(answer).path("code").asString()).isEqualTo("OPERATION_NOT_FOUND");
    }

    @Test
    void uninstallAnswersAtOnce() throws Exception {
        // When
        HttpResponse<String> answer =
                admin.send(admin.request("/v1/biz/catalog/1.0").DELETE());
        // Then
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(json(answer).path("kind").asString()).isEqualTo("uninstall");
        assertThat(json(answer).path("status").asString()).isEqualTo("running");
    }

    @Test
    void uninstallWithWaitAnswersWhenItEnded() throws Exception {
        // When
        HttpResponse<String> answer =
                admin.send(admin.request("/v1/biz/catalog?wait").DELETE());
        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).path("status").asString()).isEqualTo("succeeded");
    }

    @Test
    void leaksAreListed() throws Exception {
        // When
        HttpResponse<String> answer = admin.get("/v1/leaks");
        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).path("budget").asInt()).isEqualTo(10);
        assertThat(json(answer).path("collectionMillis").asDouble()).isEqualTo(40.5);
    }

    @Test
    void metricsArePlainText() throws Exception {
        // When
        HttpResponse<String> answer = admin.get("/metrics");
        // Then
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/plain;version=0.0.4;charset=utf-8");
        assertThat(answer.body()).isEqualTo("berth_biz_active 1.0\n");
    }

    @Test
    void heapDumpWhileAnotherIsTakenIsAConflict() throws Exception {
        // When
        HttpResponse<String> answer =
                admin.send(admin.request("/v1/base/heap-dump").POST(HttpRequest.BodyPublishers.noBody()));
        // Then
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(json(answer).path("code").asString()).isEqualTo("HEAP_DUMP_RUNNING");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/livez", "/v1/base", "/v1/biz", "/v1/biz/catalog", "/v1/operations"})
    void headAnswersLikeGetWithoutABody(String path) throws Exception {
        // When
        HttpResponse<String> answer =
                admin.send(admin.request(path).method("HEAD", HttpRequest.BodyPublishers.noBody()));
        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValueAsLong("Content-Length").orElse(0))
                .isPositive();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PUT    | /v1/biz                 | GET, HEAD, POST",
                "POST   | /v1/base                | GET, HEAD",
                "GET    | /v1/biz/catalog/1.0     | DELETE",
                "PATCH  | /v1/biz/catalog/linkage | DELETE, GET, HEAD",
                "OPTIONS| /v1/operations          | GET, HEAD"
            })
    void otherMethodsAreRefusedWithThoseThatWouldDo(String method, String path, String allowed) throws Exception {
        // When
        HttpResponse<String> answer =
                admin.send(admin.request(path).method(method, HttpRequest.BodyPublishers.noBody()));
        // Then
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains(allowed);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(json(answer).path("code").asString()).isEqualTo("METHOD_NOT_ALLOWED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/v1", "/v2/biz", "/v1/biz/", "/v1/biz/a/b/c", "/index.html", "/metric", "/error"})
    void unknownPathsAreAProblem(String path) throws Exception {
        // When
        HttpResponse<String> answer = admin.get(path);
        // Then
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(json(answer).path("code").asString()).isEqualTo("NO_SUCH_PATH");
    }

    @Test
    void unknownParameterIsRefusedWithTheKnownOnes() throws Exception {
        // When
        HttpResponse<String> answer =
                admin.send(admin.request("/v1/biz/catalog?wiat=1s").DELETE());
        // Then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("code").asString()).isEqualTo("INVALID_REQUEST");
        assertThat(json(answer).path("remedy").asString()).contains("wait");
        assertThat(admin.get("/v1/biz?all=true").statusCode()).isEqualTo(400);
    }

    @Test
    void readinessFollowsTheBase() throws Exception {
        // Given
        try (AdminFixture other = new AdminFixture()) {
            HttpResponse<String> starting = other.send(other.anonymous("/readyz"));
            other.readiness.ready();
            HttpResponse<String> ready = other.send(other.anonymous("/readyz"));
            other.readiness.stopping();
            other.readiness.ready();
            // When
            HttpResponse<String> stopping = other.send(other.anonymous("/readyz"));
            // Then
            assertThat(starting.statusCode()).isEqualTo(503);
            assertThat(starting.body()).isEqualTo("{\"status\":\"starting\"}");
            assertThat(ready.statusCode()).isEqualTo(200);
            assertThat(ready.body()).isEqualTo("{\"status\":\"ok\"}");
            assertThat(stopping.statusCode()).isEqualTo(503);
            assertThat(stopping.body()).isEqualTo("{\"status\":\"stopping\"}");
            assertThat(other.send(other.anonymous("/livez")).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void unexpectedFailureTellsNothingButAnId() throws Exception {
        // Given
        admin.control.beforeView = () -> {
            throw new IllegalStateException("/home/someone/secret");
        };
        // When
        HttpResponse<String> answer = admin.get("/v1/biz");
        // Then
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(json(answer).path("code").asString()).isEqualTo("INTERNAL_ERROR");
        assertThat(json(answer).path("instance").asString()).matches("urn:berth:incident:[0-9a-f]{16}");
        assertThat(answer.body()).doesNotContain("secret", "IllegalState", "at dev.berth");
    }

    @Test
    void errorOfTheVirtualMachineIsAProblemToo() throws Exception {
        // Given
        admin.control.beforeView = () -> {
            throw new NoClassDefFoundError("com/example/Missing");
        };
        // When
        HttpResponse<String> answer = admin.get("/v1/biz");
        // Then
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(json(answer).path("code").asString()).isEqualTo("INTERNAL_ERROR");
        assertThat(answer.body()).doesNotContain("Missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/livez", "/v1/base", "/v1/biz/absent", "/nowhere"})
    void everyAnswerForbidsStoringAndSniffing(String path) throws Exception {
        // When
        HttpResponse<String> answer = admin.get(path);
        // Then
        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
        assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(answer.headers().firstValue("Server")).isEmpty();
    }
}
