package dev.berth.admin;

import dev.berth.biz.BizName;
import dev.berth.biz.BizVersion;
import dev.berth.control.BaseControl;
import dev.berth.control.Operation;
import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Moves a biz between its versions, and in and out of service. */
final class SwitchEndpoint {

    private static final int LONGEST_BODY = 4096;

    private final BaseControl control;
    private final OperationAnswers answers;
    private final IdempotencyKeys keys;

    SwitchEndpoint(BaseControl control, OperationAnswers answers, IdempotencyKeys keys) {
        this.control = control;
        this.answers = answers;
        this.keys = keys;
    }

    /** Makes the version in the body the active one; asking twice changes nothing, as is the way of PUT. */
    ServerResponse active(ServerRequest request) throws IOException {
        Query query = Query.of(request, OperationAnswers.WAIT);
        OperationAnswers.check(query);
        BizName name = name(request);
        BizVersion version = version(request);
        return answers.begun(control.switchTo(name, version), query);
    }

    ServerResponse rollback(ServerRequest request) {
        return begin(request, control::rollback);
    }

    ServerResponse stop(ServerRequest request) {
        return begin(request, control::stop);
    }

    ServerResponse start(ServerRequest request) {
        return begin(request, control::start);
    }

    private ServerResponse begin(ServerRequest request, Function<BizName, Operation> what) {
        Query query = Query.of(request, OperationAnswers.WAIT);
        OperationAnswers.check(query);
        BizName name = name(request);
        Supplier<Operation> begin = () -> what.apply(name);
        Optional<String> key = Optional.ofNullable(request.headers().firstHeader(IdempotencyKeys.HEADER));
        return answers.begun(
                key.map(text -> keys.once(text, "POST " + request.path(), begin))
                        .orElseGet(begin),
                query);
    }

    private static BizName name(ServerRequest request) {
        return new BizName(request.pathVariable("name"));
    }

    private static BizVersion version(ServerRequest request) throws IOException {
        if (!isJson(request.headers())) {
            throw new BerthException(
                    ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                    "The body of the request is not sent as JSON",
                    "Send {\"version\":\"1.0\"} with the header 'Content-Type: application/json'.");
        }
        byte[] body = request.servletRequest().getInputStream().readNBytes(LONGEST_BODY + 1);
        return Json.text(body.length > LONGEST_BODY ? new byte[0] : body, "version")
                .map(BizVersion::new)
                .orElseThrow(() -> new BerthException(
                        ErrorCode.INVALID_REQUEST,
                        "The body of the request names no version",
                        "Send {\"version\":\"1.0\"} and nothing else."));
    }

    private static boolean isJson(ServerRequest.Headers headers) {
        try {
            return headers.contentType()
                    .filter(type -> type.equalsTypeAndSubtype(MediaType.APPLICATION_JSON))
                    .isPresent();
        } catch (InvalidMediaTypeException malformed) {
            return false;
        }
    }
}
