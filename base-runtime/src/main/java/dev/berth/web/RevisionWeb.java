package dev.berth.web;

import dev.berth.biz.ContextPath;
import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import dev.berth.lifecycle.Revision;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/**
 * The web part of one revision: its path and, once it has one, its context.
 *
 * <p>Filled while the biz starts, by that thread; read and released by those that take it down. Tomcat holds a lock of
 * the context while it starts filters and servlets, so taking down a biz that hangs there would hang too: the context is
 * then left to its own thread, which removes it when it comes out.
 */
final class RevisionWeb {

    private final Revision revision;
    private final BaseWebServer server;
    private final ContextPaths paths;
    private final ClassLoader loader;
    private volatile String healthPath = "";
    private @Nullable RevisionContext context;
    private boolean starting;
    private boolean ended;

    RevisionWeb(Revision revision, BaseWebServer server, ContextPaths paths, ClassLoader loader) {
        this.revision = revision;
        this.server = server;
        this.paths = paths;
        this.loader = loader;
    }

    /** Decides the path and takes it: what the installer demands, else the biz's setting, else its manifest, else its name. */
    ContextPath reservePath(Environment environment) {
        healthPath = HealthPath.of(environment);
        Optional<ContextPath> setting = Optional.ofNullable(environment.getProperty("server.servlet.context-path"))
                .filter(path -> !path.isBlank() && !path.equals("/"))
                .map(ContextPath::parse);
        ContextPath path = revision.spec()
                .demandedPath()
                .or(() -> setting)
                .or(() -> revision.spec().offeredPath())
                .orElseGet(() -> ContextPath.of(revision.id().name()));
        reserve(path);
        revision.serveAt(path);
        return path;
    }

    private synchronized void reserve(ContextPath path) {
        checkWanted();
        if (server.isOwn(path)) {
            throw new BerthException(
                    ErrorCode.CONTEXT_PATH_IN_USE,
                    "Context path '" + path + "' of biz '" + revision.id().name() + "' is the base's own",
                    "Give another path with --context-path.");
        }
        paths.reserve(path, revision);
    }

    BizWebServerFactory factory() {
        return new BizWebServerFactory(this, server);
    }

    /** Starts the context on the base's server. */
    void start(RevisionContext made) {
        synchronized (this) {
            checkWanted();
            context = made;
        }
        step(made, () -> server.add(made));
    }

    /** Initialises the servlets of the context. */
    void loadServlets(RevisionContext made) {
        step(made, made::loadServlets);
    }

    private void step(RevisionContext made, Runnable work) {
        synchronized (this) {
            checkWanted();
            starting = true;
        }
        try {
            work.run();
        } finally {
            if (endsAfterStep()) {
                server.remove(made);
            }
        }
        synchronized (this) {
            checkWanted();
        }
    }

    private synchronized boolean endsAfterStep() {
        starting = false;
        if (ended) {
            context = null;
        }
        return ended;
    }

    private void checkWanted() {
        if (ended) {
            throw new IllegalStateException("The start of '" + revision.id() + "' was given up");
        }
    }

    /** Returns where health is told, below the context path. */
    String healthPath() {
        return healthPath;
    }

    Revision revision() {
        return revision;
    }

    ClassLoader loader() {
        return loader;
    }

    synchronized Optional<RevisionContext> context() {
        return Optional.ofNullable(context);
    }

    /** Removes what is left of the context and gives the path back. Doing it twice is harmless. */
    void release() {
        RevisionContext made = detach();
        if (made != null) {
            server.remove(made);
        }
        paths.release(revision);
    }

    private synchronized @Nullable RevisionContext detach() {
        RevisionContext made = starting ? null : context;
        if (!starting) {
            context = null;
        }
        return made;
    }

    /** Releases it for good: nothing can come up in it any more. */
    void end() {
        synchronized (this) {
            ended = true;
        }
        release();
    }
}
