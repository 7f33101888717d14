package dev.berth.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;

/**
 * An answer to a visitor, already recorded.
 *
 * @param request what was asked
 * @param response what came back
 */
public record Reply(String request, HttpResponse<String> response) {

    /** Expects a status. */
    public Reply answers(int status) {
        assertThat(response.statusCode()).as("%s: %s", request, response.body()).isEqualTo(status);
        return this;
    }

    /** Expects texts in the body. */
    public Reply with(String... texts) {
        assertThat(response.body()).as(request).contains(texts);
        return this;
    }

    /** Expects a header and returns it. */
    public String header(String name) {
        return response.headers()
                .firstValue(name)
                .orElseThrow(() -> new AssertionError(request + " has no header '" + name + "'"));
    }

    /** Returns the body. */
    public String body() {
        return response.body();
    }
}
