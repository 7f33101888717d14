package dev.berth.web;

import dev.berth.biz.ContextPath;
import dev.berth.lifecycle.Revision;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/**
 * The web part of one revision: its path and, once it has one, its context.
 *
 * <p>Filled while the biz starts, by that thread; read and released under the lock of the biz.
 */
final class RevisionWeb {

    private final Revision revision;
    private final BaseWebServer server;
    private final ContextPaths paths;
    private final ClassLoader loader;
    private volatile @Nullable RevisionContext context;

    RevisionWeb(Revision revision, BaseWebServer server, ContextPaths paths, ClassLoader loader) {
        this.revision = revision;
        this.server = server;
        this.paths = paths;
        this.loader = loader;
    }

    /** Decides the path and takes it: what the installer demands, else the biz's setting, else its manifest, else its name. */
    ContextPath reservePath(Environment environment) {
        Optional<ContextPath> setting = Optional.ofNullable(environment.getProperty("server.servlet.context-path"))
                .filter(path -> !path.isBlank() && !path.equals("/"))
                .map(ContextPath::parse);
        ContextPath path = revision.spec()
                .demandedPath()
                .or(() -> setting)
                .or(() -> revision.spec().offeredPath())
                .orElseGet(() -> ContextPath.of(revision.id().name()));
        paths.reserve(path, revision);
        revision.serveAt(path);
        return path;
    }

    BizWebServerFactory factory() {
        return new BizWebServerFactory(this, server);
    }

    void attach(RevisionContext made) {
        context = made;
    }

    Revision revision() {
        return revision;
    }

    ClassLoader loader() {
        return loader;
    }

    Optional<RevisionContext> context() {
        return Optional.ofNullable(context);
    }

    /** Removes what is left of the context and gives the path back. Doing it twice is harmless. */
    void release() {
        RevisionContext made = context;
        context = null;
        if (made != null) {
            server.remove(made);
        }
        paths.release(revision);
    }
}
