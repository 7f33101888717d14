package dev.berth.admin.security;

import dev.berth.store.AdminToken;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;

/** Reads the bearer token from the one header that may carry it, and compares it with the base's. */
final class BearerAuthentication implements AuthenticationConverter, AuthenticationManager {

    static final String ADMIN = "admin";

    private static final Pattern HEADER = Pattern.compile("(?i:Bearer) ([A-Za-z0-9._~+/=-]+)");

    private final AdminToken token;

    BearerAuthentication(AdminToken token) {
        this.token = token;
    }

    @Override
    public Authentication convert(HttpServletRequest request) {
        List<String> headers = Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION));
        if (headers.isEmpty()) {
            throw new AuthenticationCredentialsNotFoundException("No Authorization header");
        }
        Matcher header = HEADER.matcher(headers.get(0));
        if (headers.size() > 1 || !header.matches()) {
            throw new BadCredentialsException("Not one bearer token");
        }
        return new PreAuthenticatedAuthenticationToken(ADMIN, header.group(1));
    }

    @Override
    public Authentication authenticate(Authentication candidate) {
        if (candidate.getCredentials() instanceof String text && token.matches(text)) {
            return new PreAuthenticatedAuthenticationToken(ADMIN, "", AuthorityUtils.createAuthorityList(ADMIN));
        }
        throw new BadCredentialsException("Wrong token");
    }
}
