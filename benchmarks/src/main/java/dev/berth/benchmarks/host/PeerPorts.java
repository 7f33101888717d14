package dev.berth.benchmarks.host;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;

/**
 * The ports of a peer, which can't take free ones by itself.
 *
 * @param business the port of its business traffic
 * @param admin the port of its admin API
 */
record PeerPorts(int business, int admin) {

    /** Returns two that were free a moment ago. */
    static PeerPorts free() {
        try (ServerSocket one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new PeerPorts(one.getLocalPort(), other.getLocalPort());
        } catch (IOException e) {
            throw new HostException("There is no free port", e);
        }
    }

    /** Returns the options of a JVM whose peer is to have these ports and no other. */
    List<String> options() {
        return List.of(
                "-Dpeer.port=" + business,
                "-Dkoupleless.arklet.http.port=" + admin,
                "-Dsofa.ark.telnet.server.enable=false");
    }
}
