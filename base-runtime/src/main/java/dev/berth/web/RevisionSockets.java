package dev.berth.web;

import dev.berth.lifecycle.Revision;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The open WebSockets of one revision: each is a call in flight until it is closed.
 *
 * <p>When the revision no longer receives calls, its clients are told to go (close code 1001, going away), so that they
 * come back and find the revision that does. 1012, service restart, would ask them to stay away for some seconds, without
 * need: the other revision serves already. Safe for use by many threads.
 */
final class RevisionSockets {

    private static final int THREADS = 8;

    /** A client that reads nothing blocks the thread that tells it; the others must not wait for it. */
    private static final ThreadPoolExecutor THREAD_POOL = new ThreadPoolExecutor(
            THREADS, THREADS, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), RevisionSockets::thread);

    static {
        THREAD_POOL.allowCoreThreadTimeOut(true);
    }

    private final Revision revision;
    private final Set<CountedWebSocket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean goingAway;

    RevisionSockets(Revision revision) {
        this.revision = revision;
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "berth-websocket-close");
        thread.setDaemon(true);
        thread.setContextClassLoader(RevisionSockets.class.getClassLoader());
        return thread;
    }

    /** Counts a socket in, while the call that opens it is still counted. */
    void opens(CountedWebSocket socket) {
        revision.calls().enter();
        open.add(socket);
        revision.calls().register(socket);
    }

    /** Is called when a socket can be told something; one that came too late is told to go. */
    void opened(CountedWebSocket socket) {
        if (goingAway) {
            tell(socket);
        }
    }

    /** Counts a socket out. Doing it twice is harmless. */
    void closed(CountedWebSocket socket) {
        if (open.remove(socket)) {
            revision.calls().unregister(socket);
            revision.calls().exit();
        }
    }

    /** Sends the clients away and returns at once; those that come from now on are sent away too. */
    void goAway() {
        goingAway = true;
        open.forEach(RevisionSockets::tell);
    }

    private static void tell(CountedWebSocket socket) {
        THREAD_POOL.execute(socket::goAway);
    }

    /** Lets clients stay again. */
    void welcome() {
        goingAway = false;
    }

    int count() {
        return open.size();
    }
}
