package dev.berth.web;

import dev.berth.biz.ContextPath;
import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import dev.berth.lifecycle.CallAdmission;
import dev.berth.web.session.SessionVaults;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.catalina.Container;
import org.apache.catalina.Context;
import org.apache.catalina.Engine;
import org.apache.catalina.Host;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.LifecycleState;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.InstanceManagerBindings;
import org.apache.tomcat.util.IntrospectionUtils;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.WebServer;

/**
 * The base's Tomcat: the host on which the contexts of all biz live, beside the base's own.
 *
 * <p>Safe for use by many threads.
 */
public final class BaseWebServer {

    private static final String LAST_MILLIS = "500";

    private final Connector connector;
    private final Host host;
    private final int port;
    private final ClosingValve closing = new ClosingValve();
    private final CallAdmission admission;
    private final ThreadRenewal renewal = new ThreadRenewal();
    private final int maxConcurrent;
    private final RevisionContexts contexts = new RevisionContexts();
    private final SessionVaults sessions = new SessionVaults();

    private BaseWebServer(Tomcat tomcat, int port, WebRouting routing) {
        this.connector = tomcat.getConnector();
        this.host = tomcat.getHost();
        this.port = port;
        this.admission = routing.admission();
        this.maxConcurrent = routing.maxConcurrent().orElseGet(() -> ServerThreads.share(connector));
        host.getPipeline().addValve(closing);
        host.getPipeline().addValve(new TrialValve());
        host.getPipeline().addValve(new CallValve(routing, contexts));
    }

    /**
     * Takes the server of a base application.
     *
     * @param server the web server of the base's context, started
     * @param routing how calls find their revision
     * @throws BerthException with BASE_UNSUPPORTED when it is not Tomcat
     */
    public static BaseWebServer of(WebServer server, WebRouting routing) {
        if (server instanceof TomcatWebServer tomcat) {
            return new BaseWebServer(tomcat.getTomcat(), tomcat.getPort(), routing);
        }
        throw new BerthException(
                ErrorCode.BASE_UNSUPPORTED,
                "The base's web server is '" + server.getClass().getSimpleName() + "' and not Tomcat",
                "Put spring-boot-starter-tomcat on the base's class path; business modules are served by it.");
    }

    /** Returns the port of business traffic. */
    public int port() {
        return port;
    }

    /** Returns how many calls each biz may have in flight, unless it says otherwise. */
    int maxConcurrent() {
        return maxConcurrent;
    }

    /** Returns the paths of the contexts of all biz. */
    public List<String> contextPaths() {
        return Arrays.stream(host.findChildren())
                .filter(RevisionContext.class::isInstance)
                .map(child -> ((RevisionContext) child).getPath())
                .toList();
    }

    /** Asks clients to come back on other connections, those that keep one open too; everything is served as before. */
    public void sayGoodbye() {
        closing.close();
    }

    /**
     * Takes no new connections, and no new requests on those that are open; answers in the making go out. Doing it twice
     * is harmless.
     */
    public void stopAccepting() {
        for (Connector each : ((Engine) host.getParent()).getService().findConnectors()) {
            each.pause();
            // Calls had their time; one that ignores its interrupt must not hold up the end of the process
            each.setProperty("executorTerminationTimeoutMillis", LAST_MILLIS);
            each.getProtocolHandler().closeServerSocketGraceful();
        }
    }

    /** Forgets what Tomcat knows of classes, and lets its idle threads end, busy ones after their request; waits for nothing. */
    public void renew() {
        IntrospectionUtils.clear();
        renewal.begin(connector);
    }

    /** Returns the sessions of all biz. */
    public SessionVaults sessions() {
        return sessions;
    }

    /** Returns the contexts of revisions, reachable or not. */
    RevisionContexts contexts() {
        return contexts;
    }

    /** Tells whether the base's own application has a path; Tomcat would prefer a biz on it. */
    boolean isOwn(ContextPath path) {
        return Arrays.stream(host.findChildren())
                .filter(child -> child instanceof Context && !(child instanceof RevisionContext))
                .anyMatch(child -> ((Context) child).getPath().equals(path.value()));
    }

    /** Starts a context on the host; it is not published. */
    void add(RevisionContext context) {
        host.addChild(context);
        if (context.getState().isAvailable()) {
            context.makeKnown();
            contexts.add(context);
        }
    }

    /**
     * Calls a context that may be out of every other caller's reach, in-process.
     *
     * @param path where to, relative to the context path, with a query if need be
     * @param timeout how long an asynchronous answer may take
     * @return the answer, or nothing when an asynchronous one did not come in time
     */
    Optional<InProcessCall.Answer> tryOut(RevisionContext context, String path, Duration timeout) throws Exception {
        return new InProcessCall(connector, context.getEncodedPath() + path)
                .with(TrialValve.CONTEXT, context)
                // Known to be let in: the revision is not active yet
                .with(Call.class.getName(), new Call(admission, "GET " + context.getPath() + path))
                .run(timeout);
    }

    /** Takes a context off the host and destroys it. Doing it twice is harmless. */
    void remove(RevisionContext context) {
        context.withdraw();
        context.forget();
        contexts.remove(context);
        ClassLoader loader = context.getParentClassLoader();
        for (Container child : host.findChildren()) {
            if (child == context) {
                host.removeChild(context);
            }
        }
        try {
            if (context.getState() != LifecycleState.DESTROYED && context.getState() != LifecycleState.NEW) {
                context.destroy();
            }
        } catch (LifecycleException failure) {
            throw new IllegalStateException("A context could not be destroyed", failure);
        } finally {
            // Tomcat binds the loader in a static map when the context starts and forgets to unbind it on failures
            InstanceManagerBindings.unbind(loader);
        }
    }
}
