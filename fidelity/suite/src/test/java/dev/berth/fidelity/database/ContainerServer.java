package dev.berth.fidelity.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** A server in a container, by Testcontainers. */
final class ContainerServer implements DatabaseServer {

    /** {@code -Dberth-test.postgres-image} names another. */
    static final String IMAGE = System.getProperty("berth-test.postgres-image", "postgres:17-alpine");

    private static final Path SOCKET = Path.of("/var/run/docker.sock");

    private final PostgreSQLContainer container;

    private ContainerServer(PostgreSQLContainer container) {
        this.container = container;
    }

    /** Testcontainers would look for an engine for half a minute; where there is no socket there is none. */
    static Optional<DatabaseServer> find() {
        boolean engine = System.getenv("DOCKER_HOST") != null || Files.exists(SOCKET);
        return engine && DockerClientFactory.instance().isDockerAvailable() ? start() : Optional.empty();
    }

    private static Optional<DatabaseServer> start() {
        DockerImageName image = DockerImageName.parse(IMAGE).asCompatibleSubstituteFor("postgres");
        PostgreSQLContainer container = new PostgreSQLContainer(image);
        try {
            container.start();
            return Optional.of(new ContainerServer(container));
        } catch (RuntimeException noImage) {
            container.stop();
            System.out.println("PostgreSQL: a Docker engine answers, but " + noImage.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public String url() {
        return container.getJdbcUrl();
    }

    @Override
    public String user() {
        return container.getUsername();
    }

    @Override
    public String password() {
        return container.getPassword();
    }

    @Override
    public void close() {
        container.stop();
    }

    @Override
    public String toString() {
        return "a container of " + IMAGE;
    }
}
