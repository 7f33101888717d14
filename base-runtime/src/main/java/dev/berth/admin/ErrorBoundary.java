package dev.berth.admin;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Answers what failed outside the endpoints, so that none of the server's own error pages comes from the application.
 *
 * <p>Tomcat decides by itself about a body that breaks off: it discards what the endpoint answers and dispatches the
 * request to the error page, which is this filter again.
 */
final class ErrorBoundary implements Filter {

    /** The error page; asked for from outside it is a path like any other that is missing. */
    static final String PAGE = "/error";

    private final ProblemWriter problems;

    ErrorBoundary(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain) {
        HttpServletRequest asked = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            problems.answerAgain(asked, answer);
            return;
        }
        try {
            chain.doFilter(request, response);
        } catch (Throwable e) {
            // The border to the network: an error that got past here would be told by Tomcat, as HTML
            problems.fail(asked, answer, e);
        }
    }
}
