package dev.berth.admin;

import java.net.InetAddress;
import java.nio.file.Path;

/**
 * Where the admin API listens.
 *
 * @param address the address; the loopback address unless the operator opens the API to others
 * @param port the port; 0 for any that is free
 * @param folder a folder of its own for what the server keeps while it runs; emptied at the start, removed at the end
 */
public record AdminSettings(InetAddress address, int port, Path folder) {

    /** The port of the admin API unless it is configured. */
    public static final int DEFAULT_PORT = 8081;

    /** Listens on the loopback address. */
    public static AdminSettings loopback(int port, Path folder) {
        return new AdminSettings(InetAddress.getLoopbackAddress(), port, folder);
    }
}
