package dev.berth.admin;

import dev.berth.admin.security.AdminSecurity;
import dev.berth.control.BaseControl;
import dev.berth.store.AdminToken;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.http.converter.ByteArrayHttpMessageConverter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.web.context.support.GenericWebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.servlet.function.support.HandlerFunctionAdapter;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;

/**
 * The web application of the admin API: a dispatcher servlet over a context of three beans, behind three filters.
 *
 * <p>The context is no child of the base's: nothing that the base configures for its own web layer reaches in here.
 */
final class AdminWebApplication implements ServletContextInitializer, AutoCloseable {

    private static final int MAX_WAITING = EmbeddedServers.MAX_THREADS / 2;

    private final GenericWebApplicationContext context;
    private final ProblemWriter problems = new ProblemWriter();
    private final Waits waits;
    private final Filter security;

    AdminWebApplication(BaseControl control, AdminToken token, Readiness readiness, ClassLoader loader) {
        Clock clock = Clock.systemUTC();
        this.waits = new Waits(control, MAX_WAITING);
        this.security = AdminSecurity.filter(token, problems, clock);
        OperationAnswers answers = new OperationAnswers(waits);
        IdempotencyKeys keys = new IdempotencyKeys(clock);
        this.context = context(new Endpoints(control, readiness, answers, keys).router(), loader);
    }

    @Override
    public void onStartup(ServletContext servletContext) {
        addFilter(servletContext, "headers", headers());
        addFilter(servletContext, "errors", new ErrorBoundary(problems));
        addFilter(servletContext, "security", security);
        DispatcherServlet servlet = new DispatcherServlet(context);
        servlet.setPublishEvents(false);
        ServletRegistration.Dynamic registration = servletContext.addServlet("berth-admin", servlet);
        registration.addMapping("/");
        registration.setLoadOnStartup(1);
    }

    /** Sends home who waits for an operation; requests that come later are answered without a wait. */
    void endWaits() {
        waits.close();
    }

    @Override
    public void close() {
        endWaits();
        context.close();
    }

    private GenericWebApplicationContext context(RouterFunction<ServerResponse> router, ClassLoader loader) {
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        GenericWebApplicationContext created = new GenericWebApplicationContext(beans);
        created.setClassLoader(loader);
        created.setDisplayName("Berth admin API");
        created.registerBean(RouterFunctionMapping.class, () -> mapping(router));
        created.registerBean(HandlerFunctionAdapter.class, HandlerFunctionAdapter::new);
        created.registerBean(HandlerExceptionResolver.class, () -> problems);
        return created;
    }

    private static RouterFunctionMapping mapping(RouterFunction<ServerResponse> router) {
        RouterFunctionMapping mapping = new RouterFunctionMapping(router);
        // Answers bring their bytes; without this, converters for every format on the class path would be made
        mapping.setMessageConverters(List.of(new ByteArrayHttpMessageConverter()));
        return mapping;
    }

    private static Filter headers() {
        HeaderWriterFilter filter = new HeaderWriterFilter(List.of(
                new StaticHeadersWriter("Cache-Control", "no-store"),
                new StaticHeadersWriter("X-Content-Type-Options", "nosniff"),
                new StaticHeadersWriter("X-Frame-Options", "DENY"),
                new StaticHeadersWriter("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
                new StaticHeadersWriter("Referrer-Policy", "no-referrer")));
        filter.setShouldWriteHeadersEagerly(true);
        return filter;
    }

    private static void addFilter(ServletContext servletContext, String name, Filter filter) {
        servletContext
                .addFilter(name, filter)
                .addMappingForUrlPatterns(EnumSet.allOf(DispatcherType.class), true, "/*");
    }
}
