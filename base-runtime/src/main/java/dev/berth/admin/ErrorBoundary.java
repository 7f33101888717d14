package dev.berth.admin;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Answers what failed outside the endpoints, so that the server's own error pages are never seen. */
final class ErrorBoundary implements Filter {

    private final ProblemWriter problems;

    ErrorBoundary(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain) {
        try {
            chain.doFilter(request, response);
        } catch (Throwable e) {
            // The border to the network: an error that got past here would be told by Tomcat, as HTML
            problems.fail((HttpServletRequest) request, (HttpServletResponse) response, e);
        }
    }
}
