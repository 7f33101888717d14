package dev.berth.benchmarks.http;

import java.io.IOException;

/** An answer that had begun and did not come to its end. */
public final class CutException extends IOException {

    private static final long serialVersionUID = 1L;

    CutException(String message) {
        super(message);
    }
}
