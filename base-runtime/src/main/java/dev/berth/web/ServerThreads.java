package dev.berth.web;

import org.apache.catalina.connector.Connector;
import org.apache.coyote.AbstractProtocol;
import org.apache.tomcat.util.threads.ResizableExecutor;

/** Derives how many calls each biz may have in flight from what the base's server can do at once. */
final class ServerThreads {

    private static final int PARTS = 4;
    private static final int PARTS_OF_ONE_BIZ = 3;

    private ServerThreads() {}

    /**
     * Returns three quarters of the server's threads, so that no biz alone can take all of them.
     *
     * <p>A server on virtual threads has no end of them; there the connections are what is scarce.
     */
    static int share(Connector connector) {
        return share(connector.getProtocolHandler() instanceof AbstractProtocol<?> protocol ? capacity(protocol) : -1);
    }

    static int share(int capacity) {
        return capacity < 1 ? Integer.MAX_VALUE : Math.max(1, (int) ((long) capacity * PARTS_OF_ONE_BIZ / PARTS));
    }

    private static int capacity(AbstractProtocol<?> protocol) {
        // Tomcat says -1 when the executor is not its own
        int threads = protocol.getExecutor() instanceof ResizableExecutor pool
                ? pool.getMaxThreads()
                : protocol.getMaxThreads();
        return threads > 0 ? threads : protocol.getMaxConnections();
    }
}
