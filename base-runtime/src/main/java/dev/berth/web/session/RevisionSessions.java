package dev.berth.web.session;

import dev.berth.lifecycle.Revision;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.LifecycleState;
import org.apache.catalina.Session;
import org.apache.catalina.session.ManagerBase;
import org.apache.catalina.session.StandardSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sessions of a biz as one revision sees them, in the place where Tomcat's contexts have their own.
 *
 * <p>Starts and stops with the revision's context. Only the active revision looks for sessions that have expired. When it
 * stops, nothing of it remains in a session; that of a biz which does not go on ends the sessions.
 */
public final class RevisionSessions extends ManagerBase {

    private static final Logger logger = LoggerFactory.getLogger(RevisionSessions.class);

    private final Revision revision;
    private final ClassLoader classLoader;
    private final SessionVaults vaults;
    private final Drops drops;
    private final Map<SharedSession, SessionView> views = new ConcurrentHashMap<>();
    private volatile SessionVault vault = new SessionVault();
    private volatile boolean closed;

    RevisionSessions(Revision revision, ClassLoader classLoader, SessionVaults vaults) {
        this.revision = revision;
        this.classLoader = classLoader;
        this.vaults = vaults;
        this.drops = new Drops(revision);
    }

    Revision revision() {
        return revision;
    }

    ClassLoader classLoader() {
        return classLoader;
    }

    Drops drops() {
        return drops;
    }

    boolean active() {
        return revision.active();
    }

    boolean closed() {
        return closed;
    }

    SessionView view(SharedSession session) {
        return views.computeIfAbsent(session, shared -> new SessionView(shared, this));
    }

    void forget(SharedSession session) {
        views.remove(session);
    }

    void name(SessionView session, String id) {
        views.put(session.shared(), session);
        vault.name(session.shared(), id);
    }

    /** Runs what the biz wants to be told, with its loader; a failure of it is its own matter. */
    void telling(Runnable listener) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(classLoader);
        try {
            listener.run();
        } catch (RuntimeException | Error failure) {
            // The border to a biz, as Tomcat draws it around its listeners
            logger.warn("A session listener failed", failure);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    protected void startInternal() throws LifecycleException {
        super.startInternal();
        vault = vaults.join(this);
        closed = false;
        setState(LifecycleState.STARTING);
    }

    @Override
    protected void stopInternal() throws LifecycleException {
        setState(LifecycleState.STOPPING);
        if (!vaults.goOn(revision.id().name())) {
            vault.all().forEach(session -> view(session).expire(true));
        }
        closed = true;
        telling(() -> vault.release(this));
        views.clear();
        vaults.leave(this);
        super.stopInternal();
    }

    @Override
    public void load() {
        // Sessions live in the vault, and nowhere else
    }

    @Override
    public void unload() {
        // Sessions live in the vault, and nowhere else
    }

    @Override
    public void processExpires() {
        if (active()) {
            vault.all().forEach(session -> view(session).isValid());
        }
    }

    @Override
    protected StandardSession getNewSession() {
        return new SessionView(new SharedSession(), this);
    }

    @Override
    public void add(Session session) {
        // A session joins the vault when it gets its id
    }

    @Override
    public @Nullable Session findSession(@Nullable String id) {
        return id == null ? null : vault.find(id).map(this::view).orElse(null);
    }

    @Override
    public Session[] findSessions() {
        return vault.all().stream().map(this::view).toArray(Session[]::new);
    }

    @Override
    public void remove(Session session, boolean update) {
        super.remove(session, update);
        if (session instanceof SessionView view) {
            vault.remove(view.shared());
        }
    }

    @Override
    public int getActiveSessions() {
        return vault.size();
    }
}
