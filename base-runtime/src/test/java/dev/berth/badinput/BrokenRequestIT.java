package dev.berth.badinput;

import static dev.berth.badinput.BadInputPage.assertTold;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that break off or make no sense: an answer where there is somebody to hear it, and nothing is begun. */
class BrokenRequestIT {

    @RegisterExtension
    private final HarmCheck base = new HarmCheck();

    @Test
    void uploadIsCutOff() {
        // Given
        int operations = operations();
        // When
        Answer answer = Answer.ofWire(base.admin().halfUpload("Content-Length: 5000", "half a jar"));
        // Then
        assertTold(BadInput.UPLOAD_CUT_OFF, answer);
        assertThat(operations()).isEqualTo(operations);
    }

    @Test
    void chunkedUploadIsCutOff() {
        // Given
        int operations = operations();
        // When
        Answer answer = Answer.ofWire(base.admin().halfUpload("Transfer-Encoding: chunked", "ff\r\nhalf a jar"));
        // Then
        assertTold(BadInput.CHUNKED_CUT_OFF, answer);
        assertThat(operations()).isEqualTo(operations);
    }

    @Test
    void callerThatDisappearsLeavesNoOperation() throws IOException {
        // Given
        int operations = operations();
        // When
        try (Socket socket = base.admin().beginUpload("Content-Length: 500000", "half a jar")) {
            // No time for a goodbye: the connection is reset
            socket.setSoLinger(true, 0);
        }
        // Then
        assertThat(operations()).isEqualTo(operations);
    }

    @Test
    void requestThatIsNoHttp() {
        // When
        Answer answer = Answer.ofWire(base.admin().exchange("This is a letter\r\n\r\n"));
        // Then
        assertTold(BadInput.MALFORMED_REQUEST, answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /v1/biz/a%2Fb HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /v1/../../etc HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /v1/biz/{a} HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /v1/biz HTTP/1.1\r\nHost: a b\r\n\r\n",
                "GET /v1/biz HTTP/1.1\r\n\r\n",
                "GET /v1/biz HTTP/9.9\r\nHost: localhost\r\n\r\n"
            })
    void requestThatTheServerRefusesByItselfIsAProblemToo(String request) {
        // When
        Answer answer = Answer.ofWire(base.admin().exchange(request));
        // Then
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.code()).isEqualTo("INVALID_REQUEST");
    }

    @Test
    void headersThatAreTooLongAreAProblemToo() {
        // When
        Answer answer = Answer.ofWire(base.admin()
                .exchange("GET /v1/biz HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "x".repeat(20_000) + "\r\n\r\n"));
        // Then
        assertThat(answer.code()).isEqualTo("INVALID_REQUEST");
    }

    private int operations() {
        return base.admin().get("/v1/operations").path("operations").size();
    }
}
