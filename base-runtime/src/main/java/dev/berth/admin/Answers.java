package dev.berth.admin;

import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerResponse;

/** Makes answers that carry JSON. */
final class Answers {

    private Answers() {}

    static ServerResponse ok(Object body) {
        return status(200, body);
    }

    static ServerResponse status(int status, Object body) {
        return write(ServerResponse.status(status), MediaType.APPLICATION_JSON, body);
    }

    static ServerResponse located(int status, URI location, Object body) {
        return write(ServerResponse.status(status).location(location), MediaType.APPLICATION_JSON, body);
    }

    static ServerResponse problem(ProblemBody body) {
        return write(ServerResponse.status(body.status()), MediaType.APPLICATION_PROBLEM_JSON, body);
    }

    /** Says which methods would do, as RFC 9110 asks for. */
    static ServerResponse wrongMethod(ProblemBody body, String allowed) {
        return write(
                ServerResponse.status(body.status()).header(HttpHeaders.ALLOW, allowed),
                MediaType.APPLICATION_PROBLEM_JSON,
                body);
    }

    private static ServerResponse write(ServerResponse.BodyBuilder answer, MediaType type, Object body) {
        byte[] json = Json.bytes(body);
        return answer.contentType(type).contentLength(json.length).build((request, response) -> {
            response.getOutputStream().write(json);
            return null;
        });
    }
}
