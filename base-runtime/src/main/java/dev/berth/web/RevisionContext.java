package dev.berth.web;

import dev.berth.biz.ContextPath;
import dev.berth.lifecycle.Revision;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.catalina.Container;
import org.apache.catalina.ContainerListener;
import org.apache.catalina.Context;
import org.apache.catalina.Engine;
import org.apache.catalina.Host;
import org.apache.catalina.Lifecycle;
import org.apache.catalina.LifecycleEvent;
import org.apache.catalina.LifecycleListener;
import org.apache.catalina.Wrapper;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.mapper.Mapper;
import org.apache.catalina.mapper.MapperListener;
import org.apache.catalina.mapper.WrapperMappingInfo;
import org.apache.tomcat.util.buf.MessageBytes;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.TomcatEmbeddedContext;
import org.springframework.boot.web.server.WebServerException;

/**
 * The Tomcat context of one revision.
 *
 * <p>Tomcat's mapper learns of a context through a listener that the host adds to its children. This context keeps that
 * listener back, so that starting it makes nothing visible; {@link #publish} hands it over, which is one atomic step of
 * the mapper. Of several published contexts with one path the mapper takes the greatest version, which is the
 * revision's number.
 */
final class RevisionContext extends TomcatEmbeddedContext {

    /** A host of the mapper for contexts that callers can't reach; the name can't be anybody's. */
    private static final String APART = "berth.invalid";

    private static final Context NOBODY = new StandardContext();

    private final Revision revision;
    private final RevisionSockets sockets;
    private @Nullable MapperListener mapperListener;
    private DeferredStartupExceptions startupExceptions = DeferredStartupExceptions.NONE;
    private String healthPath = "";
    private boolean published;

    RevisionContext(Revision revision, ContextPath path, ClassLoader loader) {
        this.revision = revision;
        this.sockets = new RevisionSockets(revision);
        setName(path.value() + "##" + revision.id().number());
        setPath(path.value());
        setWebappVersion(String.format(Locale.ROOT, "%019d", revision.id().number()));
        setDisplayName(revision.id().toString());
        setParentClassLoader(loader);
        setLoader(new RevisionLoader(loader));
        getPipeline().addValve(new ErrorValve(revision));
        getPipeline().addValve(new WebSocketValve(sockets));
    }

    Revision revision() {
        return revision;
    }

    /** Notes where health is told, below the context path. */
    void tellsHealthAt(String path) {
        healthPath = path;
    }

    /** Tells whether a request asks whether the biz is well. */
    boolean isHealthCheck(Request request) {
        String path = getPath() + healthPath;
        String asked = request.getDecodedRequestURI();
        return asked.equals(path) || asked.startsWith(path + "/");
    }

    @Override
    public void addLifecycleListener(LifecycleListener listener) {
        if (listener instanceof MapperListener mapper) {
            mapperListener = mapper;
        } else {
            super.addLifecycleListener(listener);
        }
    }

    @Override
    public void addContainerListener(ContainerListener listener) {
        if (!(listener instanceof MapperListener)) {
            super.addContainerListener(listener);
        }
    }

    @Override
    public void setDeferredStartupExceptions(DeferredStartupExceptions exceptions) {
        super.setDeferredStartupExceptions(exceptions);
        startupExceptions = exceptions;
    }

    /** Throws what the biz's servlets and filters threw while the context started. */
    void rethrowStartupFailure() throws Exception {
        startupExceptions.rethrow();
        if (!getState().isAvailable()) {
            throw new IllegalStateException("The web context of '" + getDisplayName() + "' failed to start");
        }
    }

    /** Initialises the servlets that ask for it, in their order; Spring Boot does so when all beans are there. */
    void loadServlets() {
        Arrays.stream(findChildren())
                .map(Wrapper.class::cast)
                .filter(wrapper -> wrapper.getLoadOnStartup() >= 0)
                .sorted(Comparator.comparingInt(Wrapper::getLoadOnStartup))
                .forEach(this::load);
    }

    private void load(Wrapper wrapper) {
        try {
            wrapper.load();
        } catch (ServletException failure) {
            throw new WebServerException("Servlet '" + wrapper.getName() + "' failed to initialise", failure);
        }
    }

    /**
     * Lets Tomcat find the way inside the context: forwards, error pages and asynchronous dispatches look it up in the
     * mapper, also before callers can reach it and for calls that are still in it afterwards.
     */
    void makeKnown() {
        List<WrapperMappingInfo> wrappers = new ArrayList<>();
        for (Container child : findChildren()) {
            Wrapper wrapper = (Wrapper) child;
            for (String mapping : wrapper.findMappings()) {
                wrappers.add(new WrapperMappingInfo(mapping, wrapper, false, isResourceOnlyServlet(wrapper.getName())));
            }
        }
        Host host = (Host) getParent();
        mapper(host)
                .addContextVersion(
                        APART, host, getPath(), getWebappVersion(), this, findWelcomeFiles(), getResources(), wrappers);
    }

    /** Takes back {@link #makeKnown}. Doing it twice is harmless. */
    void forget() {
        if (getParent() instanceof Host host) {
            mapper(host).removeContextVersion(this, APART, getPath(), getWebappVersion());
        }
    }

    /** Leads a request here, whether callers can reach the context or not; tells whether its path is in here. */
    boolean take(Request request) throws IOException {
        MessageBytes host = MessageBytes.newInstance();
        host.setString(APART);
        request.getMappingData().recycle();
        mapper((Host) getParent())
                .map(host, request.getCoyoteRequest().decodedURI(), getWebappVersion(), request.getMappingData());
        return request.getContext() == this;
    }

    private static Mapper mapper(Host host) {
        return ((Engine) host.getParent()).getService().getMapper();
    }

    /**
     * Is called when Tomcat has done with a request. Of an asynchronous one whose client was gone before its dispatch it
     * reports no completion, so this ends the call for good.
     */
    @Override
    public void logAccess(Request request, Response response, long time, boolean useDefault) {
        super.logAccess(request, response, time, useDefault);
        CallValve.ended(request);
    }

    /** Returns the open WebSockets. */
    RevisionSockets sockets() {
        return sockets;
    }

    /** Lets callers reach the context. */
    synchronized void publish() {
        sockets.welcome();
        MapperListener mapper = mapperListener;
        if (!published && mapper != null) {
            mapper.lifecycleEvent(new LifecycleEvent(this, Lifecycle.AFTER_START_EVENT, null));
            published = true;
        }
    }

    /** Lets no new caller reach the context; those in it go on. Doing it twice is harmless. */
    synchronized void withdraw() {
        if (published && getParent() instanceof Host host) {
            // The first argument names whose inner ways are forgotten; they are still needed
            mapper(host).removeContextVersion(NOBODY, host.getName(), getPath(), getWebappVersion());
            published = false;
        }
    }
}
