package dev.berth.web;

import dev.berth.biz.ContextPath;
import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import dev.berth.lifecycle.CallAdmission;
import java.util.Arrays;
import java.util.List;
import org.apache.catalina.Container;
import org.apache.catalina.Context;
import org.apache.catalina.Host;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.LifecycleState;
import org.apache.tomcat.InstanceManagerBindings;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.WebServer;

/**
 * The base's Tomcat: the host on which the contexts of all biz live, beside the base's own.
 *
 * <p>Safe for use by many threads.
 */
public final class BaseWebServer {

    private final Host host;
    private final int port;

    private BaseWebServer(Host host, int port, CallAdmission admission) {
        this.host = host;
        this.port = port;
        host.getPipeline().addValve(new CallValve(admission));
    }

    /**
     * Takes the server of a base application.
     *
     * @param server the web server of the base's context, started
     * @param admission lets calls into revisions
     * @throws BerthException with BASE_UNSUPPORTED when it is not Tomcat
     */
    public static BaseWebServer of(WebServer server, CallAdmission admission) {
        if (server instanceof TomcatWebServer tomcat) {
            return new BaseWebServer(tomcat.getTomcat().getHost(), tomcat.getPort(), admission);
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

    /** Returns the paths of the contexts of all biz. */
    public List<String> contextPaths() {
        return Arrays.stream(host.findChildren())
                .filter(RevisionContext.class::isInstance)
                .map(child -> ((RevisionContext) child).getPath())
                .toList();
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
    }

    /** Takes a context off the host and destroys it. Doing it twice is harmless. */
    void remove(RevisionContext context) {
        context.withdraw();
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
