package dev.berth.store;

import java.time.Instant;
import java.util.Objects;

/**
 * Where a running base is found by commands on the same machine.
 *
 * @param pid its process id
 * @param businessPort the port of business traffic
 * @param adminPort the port of the admin API
 * @param adminAddress the address of the admin API, such as {@code 127.0.0.1}
 * @param startedAt when it began to start
 * @param version the version of Berth
 */
public record BaseDescriptor(
        long pid, int businessPort, int adminPort, String adminAddress, Instant startedAt, String version) {

    public BaseDescriptor {
        Objects.requireNonNull(adminAddress, "adminAddress");
        Objects.requireNonNull(startedAt, "startedAt");
        Objects.requireNonNull(version, "version");
    }
}
