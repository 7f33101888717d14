package dev.berth.admin.security;

import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import dev.berth.store.AdminToken;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.SingleResultAuthorizationManager;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.access.ExceptionTranslationFilter;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestMatcherDelegatingAuthorizationManager;
import org.springframework.security.web.authentication.AuthenticationFilter;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Builds the filter in front of every endpoint: malformed requests are refused, the two probes are open, all else needs
 * the bearer token.
 *
 * <p>Spring Security's own filters, put together by hand: its configuration classes would need an annotation-driven
 * context, which costs more of a base's start than all of this. There is no session, and no CSRF token because no
 * browser adds a bearer token by itself. Every refused log-in gets the same answer. Attempts are not slowed: a token of
 * 256 random bits can't be guessed, and a thread that sleeps would be the better target.
 */
public final class AdminSecurity {

    private static final RequestMatcher OPEN = new OrRequestMatcher(
            PathPatternRequestMatcher.pathPattern(HttpMethod.GET, "/livez"),
            PathPatternRequestMatcher.pathPattern(HttpMethod.HEAD, "/livez"),
            PathPatternRequestMatcher.pathPattern(HttpMethod.GET, "/readyz"),
            PathPatternRequestMatcher.pathPattern(HttpMethod.HEAD, "/readyz"));

    private final BearerAuthentication authentication;
    private final FailedLogins failedLogins;
    private final Refusals refusals;

    private AdminSecurity(AdminToken token, Refusals refusals, Clock clock) {
        this.authentication = new BearerAuthentication(token);
        this.failedLogins = new FailedLogins(clock);
        this.refusals = refusals;
    }

    /** Returns the filter, ready for use and safe for many threads. */
    public static Filter filter(AdminToken token, Refusals refusals, Clock clock) {
        return new AdminSecurity(token, refusals, clock).proxy();
    }

    private FilterChainProxy proxy() {
        FilterChainProxy proxy = new FilterChainProxy(new DefaultSecurityFilterChain(
                AnyRequestMatcher.INSTANCE,
                List.of(authenticationFilter(), exceptionTranslationFilter(), authorizationFilter())));
        proxy.setFirewall(new StrictHttpFirewall());
        proxy.setRequestRejectedHandler((request, response, e) -> refuseMalformed(request, response));
        proxy.afterPropertiesSet();
        return proxy;
    }

    private Filter authenticationFilter() {
        AuthenticationFilter filter = new AuthenticationFilter(authentication, authentication);
        filter.setRequestMatcher(new NegatedRequestMatcher(OPEN));
        filter.setSuccessHandler((request, response, authenticated) -> {});
        filter.setFailureHandler(this::refuseLogin);
        return filter;
    }

    private Filter exceptionTranslationFilter() {
        AuthenticationEntryPoint entryPoint = this::refuseLogin;
        ExceptionTranslationFilter filter = new ExceptionTranslationFilter(entryPoint, new NullRequestCache());
        filter.setAccessDeniedHandler((request, response, e) -> refuseRight(request, response));
        return filter;
    }

    /** Stands behind the authentication as the second lock: whatever came by without a token ends here. */
    private static Filter authorizationFilter() {
        return new AuthorizationFilter(RequestMatcherDelegatingAuthorizationManager.builder()
                .add(OPEN, SingleResultAuthorizationManager.permitAll())
                .anyRequest()
                .hasAuthority(BearerAuthentication.ADMIN)
                .build());
    }

    private void refuseLogin(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        failedLogins.record(request.getRemoteAddr(), reason);
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        refusals.refuse(
                request,
                response,
                new BerthException(
                        ErrorCode.UNAUTHENTICATED,
                        "The request carries no valid admin token",
                        "Send the header 'Authorization: Bearer <token>' with the token from the file admin.token in the"
                                + " home of the base."));
    }

    private void refuseRight(HttpServletRequest request, HttpServletResponse response) throws IOException {
        refusals.refuse(
                request,
                response,
                new BerthException(
                        ErrorCode.NOT_ALLOWED, "The token does not allow this request", "Use a token that allows it."));
    }

    private void refuseMalformed(HttpServletRequest request, HttpServletResponse response) throws IOException {
        refusals.refuse(
                request,
                response,
                new BerthException(
                        ErrorCode.INVALID_REQUEST,
                        "The path, the method or a header of the request is malformed",
                        "Use a plain path without double slashes, semicolons, dot segments or encoded slashes."));
    }
}
