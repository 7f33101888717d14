package dev.berth.web;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.catalina.Engine;
import org.apache.catalina.connector.Connector;
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
 * such threads and gives their work, which goes on where it was, to new ones. The rule and its gap: {@code
 * ExceptionUtils.handleThrowable} in Tomcat's {@code Acceptor} and {@code NioEndpoint.Poller}.
 *
 * <p>One thread of the base does that. Safe for use by many threads.
 */
public final class ConnectorThreads implements AutoCloseable {

    static final long LOOK_MILLIS = 250;

    private static final Logger logger = LoggerFactory.getLogger(ConnectorThreads.class);

    private final List<ConnectorThread> kept = new CopyOnWriteArrayList<>();
    private final Thread watch = new Thread(this::run, "berth-connector-watch");

    private ConnectorThreads() {
        watch.setDaemon(true);
        watch.setContextClassLoader(ConnectorThreads.class.getClassLoader());
    }

    /** Begins to watch; there is nothing yet to look at. */
    public static ConnectorThreads start() {
        ConnectorThreads made = new ConnectorThreads();
        made.watch.start();
        return made;
    }

    /**
     * Keeps the threads of a server alive until it stops.
     *
     * @param server one that has started; those that are not Tomcat stay as they are
     */
    public void keep(WebServer server) {
        if (server instanceof TomcatWebServer tomcat) {
            Map<String, Thread> live = Thread.getAllStackTraces().keySet().stream()
                    .collect(Collectors.toMap(Thread::getName, Function.identity(), (first, other) -> first));
            for (Connector each : connectors(tomcat)) {
                kept.addAll(ConnectorThread.of(each, live));
            }
        }
    }

    private static List<Connector> connectors(TomcatWebServer tomcat) {
        Engine engine = tomcat.getTomcat().getEngine();
        return List.of(engine.getService().findConnectors());
    }

    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Thread.sleep(LOOK_MILLIS);
                look();
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            } catch (Throwable shortOfMemory) {
                // As may be a line in the log about it; the next look is soon
            }
        }
    }

    private void look() {
        for (ConnectorThread each : kept) {
            if (each.revive()) {
                logger.warn(
                        "Thread '{}' of the web server was ended by an error, most likely for want of memory; a new one"
                                + " does its work",
                        each.name());
            }
        }
    }

    /** Ends the watch; the servers stay as they are. */
    @Override
    public void close() {
        watch.interrupt();
    }
}
