package dev.berth.admin;

import dev.berth.artifact.Announced;
import dev.berth.artifact.Artifact;
import dev.berth.biz.BizName;
import dev.berth.biz.BizVersion;
import dev.berth.biz.ContextPath;
import dev.berth.biz.Digest;
import dev.berth.control.BaseControl;
import dev.berth.control.InstallRequest;
import dev.berth.control.Operation;
import dev.berth.control.Strategy;
import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Installs a biz from an uploaded jar; all of a request is checked before the first byte of its body is read. */
final class InstallEndpoint {

    private static final MediaType JAVA_ARCHIVE = MediaType.valueOf("application/java-archive");
    private static final Duration LONGEST_START = Duration.ofHours(1);
    private static final int LONGEST_FILE_NAME = 255;

    private final BaseControl control;
    private final OperationAnswers answers;
    private final IdempotencyKeys keys;

    InstallEndpoint(BaseControl control, OperationAnswers answers, IdempotencyKeys keys) {
        this.control = control;
        this.answers = answers;
        this.keys = keys;
    }

    ServerResponse install(ServerRequest request) throws IOException {
        checkContent(request.headers());
        Query query = Query.of(
                request,
                "fileName",
                "name",
                "version",
                "contextPath",
                "sha256",
                "startDeadline",
                "strategy",
                "force",
                OperationAnswers.WAIT);
        OperationAnswers.check(query);
        Optional<String> key = Optional.ofNullable(request.headers().firstHeader(IdempotencyKeys.HEADER));
        key.ifPresent(IdempotencyKeys::check);
        Function<Artifact, InstallRequest> order = order(query);
        InstallRequest install = order.apply(upload(request, query));
        Operation operation = key.map(
                        text -> keys.once(text, fingerprint(install, query), () -> control.install(install)))
                .orElseGet(() -> control.install(install));
        return answers.begun(operation, query);
    }

    private static void checkContent(ServerRequest.Headers headers) {
        MediaType type = contentType(headers);
        if (type.equalsTypeAndSubtype(MediaType.APPLICATION_JSON)) {
            throw new BerthException(
                    ErrorCode.URL_FETCH_DISABLED,
                    "This base does not fetch jars from URLs",
                    "Send the jar itself as application/java-archive.");
        }
        if (!type.equalsTypeAndSubtype(JAVA_ARCHIVE) || headers.firstHeader(HttpHeaders.CONTENT_ENCODING) != null) {
            throw notAJar();
        }
    }

    private static MediaType contentType(ServerRequest.Headers headers) {
        try {
            return headers.contentType().orElseThrow(InstallEndpoint::notAJar);
        } catch (InvalidMediaTypeException e) {
            throw notAJar();
        }
    }

    private static BerthException notAJar() {
        return new BerthException(
                ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                "The body of the request is not sent as a jar",
                "Send the plain bytes of the jar with the header 'Content-Type: application/java-archive'.");
    }

    private static Function<Artifact, InstallRequest> order(Query query) {
        Optional<String> fileName = query.value("fileName", InstallEndpoint::checkFileName);
        Optional<BizName> name = query.value("name", BizName::new);
        Optional<BizVersion> version = query.value("version", BizVersion::new);
        Optional<ContextPath> contextPath = query.value("contextPath", ContextPath::parse);
        Optional<Duration> startDeadline =
                query.duration("startDeadline", LONGEST_START).map(InstallEndpoint::checkStartDeadline);
        Strategy strategy = query.value("strategy", Strategy::parse).orElse(Strategy.REPLACE);
        boolean force = query.flag("force");
        return artifact ->
                new InstallRequest(artifact, fileName, name, version, contextPath, startDeadline, strategy, force);
    }

    private Artifact upload(ServerRequest request, Query query) throws IOException {
        Optional<Digest> expected = query.value("sha256", Digest::new);
        OptionalLong length = request.headers().contentLength();
        OptionalLong known = length.isPresent() && length.getAsLong() >= 0 ? length : OptionalLong.empty();
        return control.upload(
                new UploadBody(request.servletRequest().getInputStream()), new Announced(known, expected));
    }

    private static String fingerprint(InstallRequest install, Query query) {
        return install.artifact().digest() + " " + query.without(OperationAnswers.WAIT);
    }

    /** A name, never a path: it may become part of a message and of the biz's identity. */
    private static String checkFileName(String fileName) {
        boolean path = fileName.indexOf('/') >= 0 || fileName.indexOf('\\') >= 0;
        if (path || fileName.length() > LONGEST_FILE_NAME || fileName.chars().anyMatch(Character::isISOControl)) {
            throw new BerthException(
                    ErrorCode.INVALID_REQUEST,
                    "The parameter 'fileName' is not the name of a file",
                    "Give the name alone, without folders, such as catalog-1.0.jar.");
        }
        return fileName;
    }

    private static Duration checkStartDeadline(Duration deadline) {
        if (deadline.isZero()) {
            throw new BerthException(
                    ErrorCode.INVALID_REQUEST,
                    "The parameter 'startDeadline' leaves no time to start",
                    "Leave it out, or write a time such as 60s.");
        }
        return deadline;
    }
}
