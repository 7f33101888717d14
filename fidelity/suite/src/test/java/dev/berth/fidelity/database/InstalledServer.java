package dev.berth.fidelity.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A server of the programs that the distribution's package installs, on a free port of this machine. */
final class InstalledServer implements DatabaseServer {

    private static final Path PACKAGES = Path.of("/usr/lib/postgresql");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String USER = "berth";

    private final Path programs;
    private final DataFolder data;
    private final int port;
    private final Process server;
    private final Thread atExit = new Thread(this::end);

    private InstalledServer(Path programs, DataFolder data) throws IOException {
        this.programs = programs;
        this.data = data;
        this.port = freePort();
        run("initdb", "-D", data.path(), "-U", USER, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync");
        this.server = begin(
                "postgres",
                "-D",
                data.path(),
                "-p",
                String.valueOf(port),
                "-c",
                "fsync=off",
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=");
        Runtime.getRuntime().addShutdownHook(atExit);
        awaitReady();
    }

    static Optional<DatabaseServer> find() {
        return programs().map(InstalledServer::start);
    }

    private static DatabaseServer start(Path programs) {
        try {
            DataFolder data = DataFolder.create();
            try {
                return new InstalledServer(programs, data);
            } catch (IOException failure) {
                data.delete();
                throw failure;
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("The installed PostgreSQL does not start", failure);
        }
    }

    private static Optional<Path> programs() {
        if (!Files.isDirectory(PACKAGES)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(PACKAGES)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.naturalOrder());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady() throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady()) {
            if (!server.isAlive() || System.nanoTime() > deadline) {
                close();
                throw new IOException("The server is not ready");
            }
        }
    }

    private boolean isReady() throws IOException {
        return wait(begin("pg_isready", "-q", "-t", "1", "-h", "127.0.0.1", "-p", String.valueOf(port))) == 0;
    }

    private void run(String program, String... arguments) throws IOException {
        int status = wait(begin(program, arguments));
        if (status != 0) {
            throw new IOException("'" + program + "' ends with status " + status);
        }
    }

    private Process begin(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(data.asItsOwner());
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .directory(Path.of(data.path()).getParent().toFile())
                .redirectErrorStream(true)
                .redirectOutput(data.log())
                .start();
    }

    private static int wait(Process process) throws IOException {
        try {
            if (process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                return process.exitValue();
            }
            throw new IOException(
                    "It does not end: " + process.info().commandLine().orElse("a program"));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        } finally {
            process.destroyForcibly();
        }
    }

    @Override
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    @Override
    public String user() {
        return USER;
    }

    @Override
    public String password() {
        return "not looked at";
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(atExit);
        end();
    }

    /** An immediate end: nothing of it is needed any more. */
    private void end() {
        try {
            run("pg_ctl", "stop", "-D", data.path(), "-m", "immediate");
        } catch (IOException failure) {
            server.destroyForcibly();
        }
        data.delete();
    }

    @Override
    public String toString() {
        return "the programs in " + programs;
    }
}
