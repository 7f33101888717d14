package dev.berth.admin.security;

import dev.berth.error.BerthException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Tells a caller why a request went no further; how that looks is the matter of the HTTP face. */
public interface Refusals {

    /** Writes the whole answer. */
    void refuse(HttpServletRequest request, HttpServletResponse response, BerthException reason) throws IOException;
}
