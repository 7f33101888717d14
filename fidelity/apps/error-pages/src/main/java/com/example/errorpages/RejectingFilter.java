package com.example.errorpages;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Fails before Spring MVC is reached. */
@Component
class RejectingFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String wish = request.getParameter("filter");
        if ("throw".equals(wish)) {
            throw new ServletException("The filter broke");
        } else if ("reject".equals(wish)) {
            response.sendError(HttpServletResponse.SC_PAYMENT_REQUIRED, "Pay first");
        } else {
            chain.doFilter(request, response);
        }
    }
}
