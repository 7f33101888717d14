package dev.berth.web;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.coyote.AbstractProtocol;
import org.apache.coyote.ProtocolHandler;
import org.apache.tomcat.util.net.AbstractEndpoint;
import org.apache.tomcat.util.net.Acceptor;
import org.apache.tomcat.util.net.NioEndpoint;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ReflectionUtils;

/**
 * The acceptor or the poller of an endpoint, and the thread that does its work.
 *
 * <p>A server that is stopped and started makes both anew, which is noticed by the next look. Made by one thread and then
 * used by another one.
 */
final class ConnectorThread {

    private final AbstractEndpoint<?, ?> endpoint;
    private final Field part;
    private @Nullable Object work;
    private @Nullable Thread thread;

    private ConnectorThread(AbstractEndpoint<?, ?> endpoint, Field part) {
        this.endpoint = endpoint;
        this.part = part;
        follow();
    }

    /** Returns those of a connector; none where it is not made as Tomcat's own are. */
    static List<ConnectorThread> of(ProtocolHandler handler) {
        return handler instanceof AbstractProtocol<?>
                        && field(handler, "endpoint")
                                        .map(field -> ReflectionUtils.getField(field, handler))
                                        .orElse(null)
                                instanceof AbstractEndpoint<?, ?> endpoint
                ? Stream.of("acceptor", "poller")
                        .flatMap(name -> field(endpoint, name).stream())
                        .map(field -> new ConnectorThread(endpoint, field))
                        .toList()
                : List.of();
    }

    private static Optional<Field> field(Object owner, String name) {
        Optional<Field> field = Optional.ofNullable(ReflectionUtils.findField(owner.getClass(), name));
        field.ifPresent(ReflectionUtils::makeAccessible);
        return field;
    }

    /** Returns its name as AbstractEndpoint.startAcceptorThread and NioEndpoint.startInternal give it. */
    String name() {
        String kind = part.getName();
        return endpoint.getName() + "-" + Character.toUpperCase(kind.charAt(0)) + kind.substring(1);
    }

    /**
     * Gives the work to a new thread if an error has ended the one that had it.
     *
     * @return whether that was so
     */
    boolean revive() {
        follow();
        Thread before = thread;
        if (before == null || before.isAlive() || !endpoint.isRunning() || !(work instanceof Runnable task)) {
            return false;
        }
        if (task instanceof Acceptor<?> acceptor && !takeUp(acceptor)
                || task instanceof NioEndpoint.Poller poller && !takeUp(poller)) {
            return false;
        }
        Thread next = new Thread(task, before.getName());
        next.setDaemon(before.isDaemon());
        next.setPriority(before.getPriority());
        next.setContextClassLoader(before.getContextClassLoader());
        next.start();
        thread = next;
        return true;
    }

    private void follow() {
        Object current = ReflectionUtils.getField(part, endpoint);
        if (current != work) {
            List<Thread> named = Thread.getAllStackTraces().keySet().stream()
                    .filter(live -> live.getName().equals(name()))
                    .toList();
            // Two of that name: which is whose is not known, and two threads at one work would be worse than none
            thread = named.size() == 1 ? named.get(0) : null;
            work = current;
        }
    }

    /** Tells whether an error has ended an acceptor, as opposed to the end of its server socket. */
    private boolean takeUp(Acceptor<?> acceptor) {
        if (acceptor.getState() == Acceptor.AcceptorState.ENDED) {
            return false;
        }
        // It counts a connection before it has one, and only an exception makes it count down again
        if (endpoint.getConnectionCount() > endpoint.getConnections().size()) {
            Method countDown = ReflectionUtils.findMethod(endpoint.getClass(), "countDownConnection");
            if (countDown != null) {
                ReflectionUtils.makeAccessible(countDown);
                ReflectionUtils.invokeMethod(countDown, endpoint);
            }
        }
        return true;
    }

    /** Tells whether an error has ended a poller, as opposed to the end of its server. */
    private static boolean takeUp(NioEndpoint.Poller poller) {
        if (!poller.getSelector().isOpen()) {
            return false;
        }
        // What it had not come to is seen as new by the next select only then
        poller.getSelector().selectedKeys().clear();
        return true;
    }
}
