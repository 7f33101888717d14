package dev.berth.web;

import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.AbstractProtocol;
import org.apache.tomcat.util.net.AbstractEndpoint;
import org.apache.tomcat.util.net.NioEndpoint;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.ReflectionUtils;

/** A thread of a connector, with the work that another one could go on with. Used by one thread. */
final class ConnectorThread {

    private static final Logger logger = LoggerFactory.getLogger(ConnectorThread.class);

    private final AbstractEndpoint<?, ?> endpoint;
    private final Runnable work;
    private final boolean daemon;
    private final int priority;
    private final @Nullable ClassLoader loader;
    private Thread thread;

    private ConnectorThread(AbstractEndpoint<?, ?> endpoint, Runnable work, Thread thread) {
        this.endpoint = endpoint;
        this.work = work;
        this.thread = thread;
        this.daemon = thread.isDaemon();
        this.priority = thread.getPriority();
        this.loader = thread.getContextClassLoader();
    }

    /**
     * Returns those of a connector; none where it is not made as Tomcat's own are.
     *
     * @param live the threads of the JVM by their names
     */
    static List<ConnectorThread> of(Connector connector, Map<String, Thread> live) {
        return connector.getProtocolHandler() instanceof AbstractProtocol<?> protocol
                        && value(protocol, "endpoint") instanceof AbstractEndpoint<?, ?> endpoint
                ? Stream.of("acceptor", "poller")
                        .flatMap(part -> of(endpoint, part, live).stream())
                        .toList()
                : List.of();
    }

    private static Optional<ConnectorThread> of(
            AbstractEndpoint<?, ?> endpoint, String part, Map<String, Thread> live) {
        // Both are named so in AbstractEndpoint.startAcceptorThread and NioEndpoint.startInternal
        String name = endpoint.getName() + "-" + Character.toUpperCase(part.charAt(0)) + part.substring(1);
        Thread thread = live.get(name);
        if (thread == null || !(value(endpoint, part) instanceof Runnable work)) {
            logger.debug("Thread '{}' of the web server is not known, and not kept alive", name);
            return Optional.empty();
        }
        return Optional.of(new ConnectorThread(endpoint, work, thread));
    }

    private static @Nullable Object value(Object owner, String name) {
        Field field = ReflectionUtils.findField(owner.getClass(), name);
        if (field == null) {
            return null;
        }
        ReflectionUtils.makeAccessible(field);
        return ReflectionUtils.getField(field, owner);
    }

    String name() {
        return thread.getName();
    }

    /**
     * Gives the work to a new thread if the one that had it has died and the server still runs.
     *
     * @return whether that was so
     */
    boolean revive() {
        if (thread.isAlive() || !endpoint.isRunning()) {
            return false;
        }
        if (work instanceof NioEndpoint.Poller poller) {
            // What it had not come to is seen as new by the next select only then
            poller.getSelector().selectedKeys().clear();
        }
        Thread next = new Thread(work, thread.getName());
        next.setDaemon(daemon);
        next.setPriority(priority);
        next.setContextClassLoader(loader);
        next.start();
        thread = next;
        return true;
    }
}
