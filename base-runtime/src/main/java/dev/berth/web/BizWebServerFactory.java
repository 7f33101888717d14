package dev.berth.web;

import dev.berth.biz.ContextPath;
import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import dev.berth.lifecycle.Revision;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.catalina.Lifecycle;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.webresources.StandardRoot;
import org.apache.tomcat.util.scan.StandardJarScanFilter;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.WebServerException;
import org.springframework.boot.web.server.servlet.ServletContextInitializers;
import org.springframework.boot.web.servlet.ServletContextInitializer;

/**
 * Makes the web server of a biz: a context on the base's server.
 *
 * <p>Being Spring Boot's own factory for Tomcat, it takes the biz's error pages, session settings, mime types, filters
 * and customizers as any other would; what concerns ports and connectors has no effect.
 */
final class BizWebServerFactory extends TomcatServletWebServerFactory {

    private static final List<Locale> LOCALES = List.of(Locale.ENGLISH, Locale.FRENCH, Locale.JAPANESE);

    private final RevisionWeb web;
    private final BaseWebServer server;

    BizWebServerFactory(RevisionWeb web, BaseWebServer server) {
        super(server.port());
        this.web = web;
        this.server = server;
    }

    @Override
    public WebServer getWebServer(ServletContextInitializer... initializers) {
        Revision revision = web.revision();
        if (web.context().isPresent()) {
            throw new BerthException(
                    ErrorCode.UNSUPPORTED_BIZ,
                    "Biz '" + revision.id().biz() + "' starts more than one web server",
                    "Give the biz one web application; a further one can be a biz of its own.");
        }
        ContextPath path = revision.servedAt()
                .orElseThrow(() -> new WebServerException("The path was not decided", new IllegalStateException()));
        RevisionContext context = context(revision, path, initializers);
        try {
            web.start(context);
            context.rethrowStartupFailure();
        } catch (Exception failure) {
            web.release();
            throw new WebServerException(
                    "Unable to start the web context of '" + revision.id().biz() + "'", failure);
        }
        return new BizWebServer(web, context, server.port());
    }

    private RevisionContext context(Revision revision, ContextPath path, ServletContextInitializer... initializers) {
        RevisionContext context = new RevisionContext(revision, path, web.loader());
        context.tellsHealthAt(web.healthPath());
        // Customizers add valves to the host of a context; they get one that nobody uses, since the base's is shared
        context.setParent(new StandardHost());
        Path work = revision.spec().workDirectory();
        context.setDocBase(directory(work.resolve("web")).toString());
        context.setWorkDir(directory(work.resolve("tomcat")).toString());
        context.setCreateUploadTargets(true);
        context.addLifecycleListener(new Tomcat.FixContextListener());
        StandardRoot resources = new StandardRoot(context);
        resources.setReadOnly(true);
        context.setResources(resources);
        context.addLifecycleListener(event -> {
            if (event.getType().equals(Lifecycle.BEFORE_INIT_EVENT)) {
                new StaticResources(web.loader()).addTo(resources);
            }
        });
        // Spring Boot's defaults, in place of Tomcat's ISO-8859-1
        LOCALES.forEach(locale ->
                context.addLocaleEncodingMappingParameter(locale.toString(), StandardCharsets.UTF_8.displayName()));
        getSettings()
                .getLocaleCharsetMappings()
                .forEach((locale, charset) ->
                        context.addLocaleEncodingMappingParameter(locale.toString(), charset.toString()));
        StandardJarScanFilter filter = new StandardJarScanFilter();
        filter.setDefaultTldScan(false);
        filter.setDefaultPluggabilityScan(false);
        context.getJarScanner().setJarScanFilter(filter);
        configureContext(context, ServletContextInitializers.from(getSettings(), initializers));
        postProcessContext(context);
        keepSessions(context, revision);
        return context;
    }

    /** A biz that keeps its sessions in a way of its own, by a customizer or in a file, goes on doing so. */
    private void keepSessions(RevisionContext context, Revision revision) {
        if (context.getManager() == null) {
            context.setManager(server.sessions().of(revision, web.loader()));
        }
    }

    private static Path directory(Path path) {
        try {
            return Files.createDirectories(path).toAbsolutePath();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
