package dev.berth.web.session;

import jakarta.servlet.http.HttpSessionActivationListener;
import jakarta.servlet.http.HttpSessionEvent;
import org.apache.catalina.session.StandardSession;

/**
 * A session as one revision sees it: Tomcat's own session in all that concerns listeners and facades, while what it knows
 * is shared with the views of other revisions.
 */
final class SessionView extends StandardSession {

    private static final long serialVersionUID = 1L;

    private final transient SharedSession shared;
    private final transient RevisionSessions owner;

    SessionView(SharedSession shared, RevisionSessions owner) {
        super(owner);
        this.shared = shared;
        this.owner = owner;
        this.attributes = new AttributeView(this);
        // Tomcat looks at its own field when the session ends, which whoever ends it has checked before
        this.isValid = true;
    }

    SharedSession shared() {
        return shared;
    }

    RevisionSessions owner() {
        return owner;
    }

    /** Tells a value that it is about to be written. */
    void passivated(Object value) {
        if (value instanceof HttpSessionActivationListener listener) {
            owner.telling(() -> listener.sessionWillPassivate(new HttpSessionEvent(getSession())));
        }
    }

    /** Tells a value that it can be used. */
    void activated(Object value) {
        if (value instanceof HttpSessionActivationListener listener) {
            owner.telling(() -> listener.sessionDidActivate(new HttpSessionEvent(getSession())));
        }
    }

    @Override
    public void setCreationTime(long time) {
        shared.created(time);
    }

    @Override
    public String getId() {
        return shared.id();
    }

    @Override
    public String getIdInternal() {
        return shared.id();
    }

    @Override
    public void setId(String next, boolean notify) {
        owner.name(this, next);
        if (notify) {
            tellNew();
        }
    }

    @Override
    public long getThisAccessedTime() {
        super.getThisAccessedTime();
        return shared.thisAccessedTime();
    }

    @Override
    public long getThisAccessedTimeInternal() {
        return shared.thisAccessedTime();
    }

    @Override
    public long getLastAccessedTime() {
        super.getLastAccessedTime();
        return shared.lastAccessedTime();
    }

    @Override
    public long getLastAccessedTimeInternal() {
        return shared.lastAccessedTime();
    }

    @Override
    public long getIdleTimeInternal() {
        long since = lastAccessAtStart ? shared.lastAccessedTime() : shared.thisAccessedTime();
        return System.currentTimeMillis() - since;
    }

    @Override
    public long getCreationTime() {
        super.getCreationTime();
        return shared.creationTime();
    }

    @Override
    public long getCreationTimeInternal() {
        return shared.creationTime();
    }

    @Override
    public int getMaxInactiveInterval() {
        return shared.maxInactiveInterval();
    }

    @Override
    public void setMaxInactiveInterval(int interval) {
        shared.maxInactiveInterval(interval);
    }

    @Override
    public boolean isNew() {
        super.isNew();
        return shared.fresh();
    }

    @Override
    public void setNew(boolean fresh) {
        shared.fresh(fresh);
    }

    @Override
    public void setValid(boolean valid) {
        shared.valid(valid);
    }

    @Override
    protected boolean isValidInternal() {
        return shared.valid();
    }

    @Override
    public boolean isValid() {
        if (shared.valid() && !shared.expiring() && idleTooLong()) {
            expire(true);
        }
        return shared.valid();
    }

    private boolean idleTooLong() {
        boolean used = activityCheck && shared.accesses().get() > 0;
        int limit = shared.maxInactiveInterval();
        return !used && limit > 0 && getIdleTimeInternal() / 1000L >= limit;
    }

    @Override
    public void access() {
        shared.accessed(shared.lastAccessedTime(), System.currentTimeMillis());
        if (activityCheck) {
            shared.accesses().incrementAndGet();
        }
    }

    @Override
    public void endAccess() {
        shared.fresh(false);
        long now = System.currentTimeMillis();
        shared.accessed(lastAccessAtStart ? shared.thisAccessedTime() : now, now);
        if (activityCheck) {
            shared.accesses().decrementAndGet();
        }
    }

    @Override
    public void expire(boolean notify) {
        synchronized (shared) {
            if (!shared.valid() || shared.expiring()) {
                return;
            }
            shared.expiring(true);
            try {
                super.expire(notify);
            } finally {
                shared.expiring(false);
            }
        }
    }
}
