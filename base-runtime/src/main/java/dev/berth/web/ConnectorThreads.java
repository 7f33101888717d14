package dev.berth.web;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.apache.catalina.connector.Connector;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.WebServer;

/**
 * Keeps the threads of servers alive on which everything else of a server depends: the one that accepts connections and the
 * one that waits for requests on them.
 *
 * <p>Tomcat catches what is thrown on them, but for errors of the JVM. So a biz that fills the heap, even for the moment
 * that its own request needs to fail, can leave a server that never answers again although all memory is free. This looks for
 * such threads and gives their work to new ones. What the thread had in hand when it ended is lost: a connection that it
 * had just accepted, a request that it was about to hand over. The rule and its gap: {@code
 * ExceptionUtils.handleThrowable} in Tomcat's {@code Acceptor} and {@code NioEndpoint.Poller}.
 *
 * <p>One thread of the base does that, from the first server that is to be kept. Safe for use by many threads.
 */
public final class ConnectorThreads implements AutoCloseable {

    static final long LOOK_MILLIS = 250;

    private static final Logger logger = LoggerFactory.getLogger(ConnectorThreads.class);

    private final List<ConnectorThread> kept = new CopyOnWriteArrayList<>();
    private volatile boolean closed;
    private @Nullable Thread watch;

    /**
     * Keeps the threads of a server alive until it stops, and again when it is started again.
     *
     * @param server one that has started; those that are not Tomcat, or not made as Tomcat's own are, stay as they are
     */
    public void keep(WebServer server) {
        if (server instanceof TomcatWebServer tomcat) {
            Stream.of(tomcat.getTomcat().getService().findConnectors())
                    .map(Connector::getProtocolHandler)
                    .flatMap(handler -> ConnectorThread.of(handler).stream())
                    .forEach(kept::add);
            begin();
        }
    }

    private synchronized void begin() {
        if (watch == null && !closed) {
            Thread started = new Thread(this::run, "berth-connector-watch");
            started.setDaemon(true);
            started.setContextClassLoader(ConnectorThreads.class.getClassLoader());
            started.start();
            watch = started;
        }
    }

    private void run() {
        while (!closed) {
            try {
                Thread.sleep(LOOK_MILLIS);
                kept.forEach(ConnectorThreads::look);
            } catch (InterruptedException | VirtualMachineError again) {
                // Closed, or short of memory, as a line in the log about it would be; the next look is soon
                continue;
            }
        }
    }

    private static void look(ConnectorThread each) {
        try {
            if (each.revive()) {
                logger.warn(
                        "Thread '{}' of the web server was ended by an error, most likely for want of memory; a new one"
                                + " does its work",
                        each.name());
            }
        } catch (RuntimeException failure) {
            // The others get their look
            logger.warn("Thread '{}' of the web server can't be kept alive", each.name(), failure);
        }
    }

    /** Ends the watch; the servers stay as they are. Closing twice is harmless. */
    @Override
    public synchronized void close() {
        closed = true;
        if (watch != null) {
            watch.interrupt();
        }
    }
}
