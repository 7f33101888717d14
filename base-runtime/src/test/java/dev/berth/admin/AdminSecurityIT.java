package dev.berth.admin;

import static dev.berth.admin.AdminFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdminSecurityIT {

    private static AdminFixture admin;

    @BeforeAll
    static void start() throws Exception {
        admin = new AdminFixture();
        admin.readiness.ready();
    }

    @AfterAll
    static void stop() throws Exception {
        admin.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/v1/base",
        "GET,/v1/biz",
        "POST,/v1/biz",
        "GET,/v1/biz/catalog",
        "DELETE,/v1/biz/catalog",
        "GET,/v1/biz/catalog/linkage",
        "DELETE,/v1/biz/catalog/1.0",
        "GET,/v1/operations",
        "GET,/v1/operations/operation-1",
        "GET,/",
        "GET,/nowhere",
        "GET,/error",
        "GET,/livez/",
        "GET,/LIVEZ",
        "GET,/livez/v1",
        "POST,/livez",
        "OPTIONS,/v1/biz"
    })
    void everyRequestWithoutATokenIsRefused(String method, String path) throws Exception {
        // When
        HttpResponse<String> answer =
                admin.send(admin.anonymous(path).method(method, HttpRequest.BodyPublishers.noBody()));
        // Then
        assertRefused(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/livez", "/readyz"})
    void probesAreOpen(String path) throws Exception {
        assertThat(admin.send(admin.anonymous(path)).statusCode()).isEqualTo(200);
        assertThat(admin.send(admin.anonymous(path).header("Authorization", "Bearer wrong"))
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Bearer wrong", "Bearer", "Bearer ", "Basic TOKEN", "TOKEN", "Bearer TOKEN x", "bearerTOKEN"})
    void wrongTokenIsRefused(String header) throws Exception {
        // Given
        String value = header.replace("TOKEN", admin.token);
        // When
        HttpResponse<String> answer = admin.send(admin.anonymous("/v1/base").header("Authorization", value));
        // Then
        assertRefused(answer);
    }

    @Test
    void schemeOfAnyCaseIsAccepted() throws Exception {
        assertThat(admin.send(admin.anonymous("/v1/base").header("Authorization", "bearer " + admin.token))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void twoTokensAreRefused() throws Exception {
        // When
        HttpResponse<String> answer = admin.send(admin.anonymous("/v1/base")
                .header("Authorization", "Bearer " + admin.token)
                .header("Authorization", "Bearer wrong"));
        // Then
        assertRefused(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"access_token", "token", "Authorization"})
    void tokenInTheQueryIsRefused(String parameter) throws Exception {
        assertRefused(admin.send(admin.anonymous("/v1/base?" + parameter + "=" + admin.token)));
    }

    @Test
    void missingAndWrongTokenGetTheSameAnswer() throws Exception {
        // When
        HttpResponse<String> missing = admin.send(admin.anonymous("/v1/base"));
        HttpResponse<String> wrong = admin.send(admin.anonymous("/v1/base").header("Authorization", "Bearer wrong"));
        // Then
        assertThat(missing.body()).isEqualTo(wrong.body());
    }

    @Test
    void largeUploadWithoutATokenStillHearsWhy() throws Exception {
        // When
        HttpResponse<String> answer = admin.send(admin.anonymous("/v1/biz")
                .header("Content-Type", "application/java-archive")
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[40_000_000])));
        // Then
        assertRefused(answer);
        assertThat(admin.control.announcedLengths).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//v1/base",
                "/v1//base",
                "/v1/base;x=y",
                "/livez;/v1/base",
                "/livez/../v1/base",
                "/livez/%2e%2e/v1/base",
                "/%2e%2e/v1/base",
                "/v1%2fbase",
                "/v1%252fbase",
                "/v1/.//base",
                "/v1\\base",
                "/v1/base%00",
                "/v1/base%0a",
                "/v1/biz/..%5ccatalog"
            })
    void pathTricksAreRefusedEvenWithAToken(String path) throws Exception {
        // When
        String answer = admin.raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Authorization: Bearer " + admin.token + "\r\n\r\n");
        // Then
        assertThat(answer).startsWith("HTTP/1.1 400");
        assertThat(answer).doesNotContain("startSteps", "Exception", "Apache Tomcat");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "TRACK", "CONNECT", "FOO"})
    void strangeMethodsAreRefused(String method) throws Exception {
        // When
        String answer = admin.raw(method + " /v1/base HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Authorization: Bearer " + admin.token + "\r\n\r\n");
        // Then
        assertThat(answer).matches("(?s)HTTP/1.1 (400|405|501) .*");
        assertThat(answer).doesNotContain(admin.token, "Apache Tomcat");
    }

    @Test
    void veryLongHeaderIsRefused() throws Exception {
        // When
        String answer =
                admin.raw("GET /livez HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "a".repeat(100_000) + "\r\n\r\n");
        // Then
        assertThat(answer).startsWith("HTTP/1.1 400");
        assertThat(answer).doesNotContain("Exception", "Apache Tomcat");
    }

    @Test
    void headerSetByAProxyIsNotBelieved() throws Exception {
        assertRefused(admin.send(admin.anonymous("/v1/base")
                .header("X-Forwarded-For", "127.0.0.1")
                .header("X-Forwarded-Prefix", "/livez")
                .header("X-HTTP-Method-Override", "HEAD")));
    }

    @Test
    void otherOriginsAreGivenNothing() throws Exception {
        // When
        HttpResponse<String> answer = admin.send(admin.anonymous("/v1/biz")
                .header("Origin", "http://elsewhere.example")
                .header("Access-Control-Request-Method", "POST")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
        // Then
        assertRefused(answer);
        assertThat(answer.headers().map().keySet())
                .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control-"));
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().allValues("WWW-Authenticate")).containsExactly("Bearer");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(json(answer).path("code").asString()).isEqualTo("UNAUTHENTICATED");
        assertThat(answer.body()).doesNotContain(admin.token);
    }
}
