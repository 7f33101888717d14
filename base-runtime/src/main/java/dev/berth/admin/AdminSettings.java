package dev.berth.admin;

import java.net.InetAddress;

/**
 * Where the admin API listens.
 *
 * @param address the address; the loopback address unless the operator opens the API to others
 * @param port the port; 0 for any that is free
 */
public record AdminSettings(InetAddress address, int port) {

    /** The port of the admin API unless it is configured. */
    public static final int DEFAULT_PORT = 8081;

    /** Listens on the loopback address. */
    public static AdminSettings loopback(int port) {
        return new AdminSettings(InetAddress.getLoopbackAddress(), port);
    }
}
