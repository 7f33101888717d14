package dev.berth.admin;

import dev.berth.control.BaseControl;
import dev.berth.control.HeapDump;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Tells how the base is: what lingers in it, what is measured of it, and all that is in its memory. */
final class DiagnosisEndpoint {

    private static final MediaType PROMETHEUS = MediaType.valueOf("text/plain;version=0.0.4;charset=utf-8");

    private final BaseControl control;

    DiagnosisEndpoint(BaseControl control) {
        this.control = control;
    }

    ServerResponse leaks(ServerRequest request) {
        Query.of(request);
        return Answers.ok(control.leaks());
    }

    ServerResponse metrics(ServerRequest request) {
        Query.of(request);
        byte[] text = control.metrics().getBytes(StandardCharsets.UTF_8);
        return ServerResponse.ok()
                .contentType(PROMETHEUS)
                .contentLength(text.length)
                .build((servletRequest, response) -> {
                    response.getOutputStream().write(text);
                    return null;
                });
    }

    /** The file is gone when the answer is sent, or the caller is. */
    ServerResponse heapDump(ServerRequest request) {
        Query.of(request);
        HeapDump dump = control.dumpHeap();
        return ServerResponse.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"heap.hprof\"")
                .contentLength(size(dump))
                .build((servletRequest, response) -> {
                    try (dump) {
                        dump.writeTo(response.getOutputStream());
                    }
                    return null;
                });
    }

    private static long size(HeapDump dump) {
        try {
            return dump.size();
        } catch (IOException failure) {
            dump.close();
            throw new UncheckedIOException(failure);
        }
    }
}
