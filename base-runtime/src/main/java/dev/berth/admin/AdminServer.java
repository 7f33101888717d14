package dev.berth.admin;

import dev.berth.control.BaseControl;
import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import dev.berth.store.AdminToken;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.TomcatContextCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.WebServerException;

/**
 * The server of the admin API: a port, a small thread pool and a web application of its own.
 *
 * <p>Start it after the base's own server: what the first Tomcat of a JVM sets for all of them is the base's to set. Its
 * threads have the loader of this class as context loader, whoever starts it. Closing twice is harmless.
 */
public final class AdminServer implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(AdminServer.class);

    private static final Duration GRACE = Duration.ofSeconds(3);

    private final WebServer server;
    private final AdminWebApplication application;
    private final WorkFolder folder;

    private AdminServer(WebServer server, AdminWebApplication application, WorkFolder folder) {
        this.server = server;
        this.application = application;
        this.folder = folder;
    }

    /**
     * Starts to listen; requests are answered when this returns.
     *
     * @param settings where to listen
     * @param control what the requests are about
     * @param token what every request but the probes must carry
     * @param readiness what the readiness probe tells
     * @param refusals makes the pages of the server itself from the problem detail that they are to tell
     * @throws BerthException with BASE_START_FAILED when the port is in use or can't be opened; nothing remains
     */
    public static AdminServer start(
            AdminSettings settings,
            BaseControl control,
            AdminToken token,
            Readiness readiness,
            Function<byte[], TomcatContextCustomizer> refusals) {
        long begun = System.nanoTime();
        ClassLoader loader = AdminServer.class.getClassLoader();
        WorkFolder folder = new WorkFolder(settings.folder());
        try (ContextLoader context = new ContextLoader(loader)) {
            AdminWebApplication application = new AdminWebApplication(control, token, readiness, loader);
            TomcatServletWebServerFactory factory = EmbeddedServers.factory(settings, loader, folder.file());
            factory.addContextCustomizers(refusals.apply(ProblemWriter.malformed()));
            WebServer server = factory.getWebServer(application);
            AdminServer started = new AdminServer(server, application, folder);
            started.open(settings);
            logger.atInfo()
                    .addKeyValue("port", started.port())
                    .addKeyValue("millis", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun))
                    .log("The admin API is open");
            return started;
        } catch (WebServerException e) {
            folder.close();
            throw failed(settings, e);
        }
    }

    /** Returns the port that the server listens on. */
    public int port() {
        return server.getPort();
    }

    /** Returns the server that answers. */
    public WebServer server() {
        return server;
    }

    /**
     * Stops to listen and ends every thread of the server.
     *
     * <p>Callers that wait for an operation are answered at once; other requests have three seconds to end.
     */
    @Override
    public void close() {
        try (ContextLoader context = new ContextLoader(AdminServer.class.getClassLoader())) {
            application.endWaits();
            drain();
            server.stop();
            server.destroy();
            application.close();
        } finally {
            folder.close();
        }
    }

    private void open(AdminSettings settings) {
        try {
            server.start();
        } catch (WebServerException e) {
            close();
            throw failed(settings, e);
        }
    }

    private void drain() {
        CountDownLatch drained = new CountDownLatch(1);
        server.shutDownGracefully(result -> drained.countDown());
        try {
            if (!drained.await(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                logger.atWarn().log("Requests to the admin API are cut off, they did not end in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static BerthException failed(AdminSettings settings, WebServerException cause) {
        boolean inUse = cause instanceof PortInUseException;
        return new BerthException(
                ErrorCode.BASE_START_FAILED,
                "The admin port " + settings.port() + (inUse ? " is in use" : " could not be opened"),
                "Stop what uses it, or give the base another one with --admin-port; 0 takes any that is free.",
                cause);
    }
}
