package dev.berth.cli.fake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;

/**
 * A fake base as a process of its own: writes its token and its record, ends on SIGTERM.
 *
 * <p>The system property {@code fake} makes it misbehave: {@code port-in-use}, {@code crash}, {@code never-ready},
 * {@code stubborn}.
 */
public final class FakeBaseProcess {

    private FakeBaseProcess() {}

    public static void main(String[] arguments) throws Exception {
        System.out.println("Fake base: " + String.join(" ", arguments));
        String behaviour = System.getProperty("fake", "");
        switch (behaviour) {
            case "port-in-use" -> reportPortInUse();
            case "crash" -> throw new IllegalStateException("No disk, no base");
            case "never-ready" -> Thread.sleep(60_000);
            default -> serve(arguments, behaviour.equals("stubborn"));
        }
    }

    private static void serve(String[] arguments, boolean stubborn) throws IOException {
        Path home = Path.of(argument(arguments, "berth.home", "."));
        FakeBase base = new FakeBase(
                Integer.parseInt(argument(arguments, "server.port", "0")),
                Integer.parseInt(argument(arguments, "berth.admin.port", "0")));
        Path record = home.resolve("base.json");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(record, stubborn)));
        Files.writeString(home.resolve("admin.token"), FakeBase.TOKEN + "\n");
        Files.writeString(
                record,
                """
                {"pid":%d,"businessPort":%d,"adminPort":%d,"adminAddress":"127.0.0.1","startedAt":"%s","version":"0.1.0"}"""
                        .formatted(
                                ProcessHandle.current().pid(), base.businessPort(), base.adminPort(), Instant.now()));
    }

    private static void stop(Path record, boolean stubborn) {
        try {
            if (stubborn) {
                Thread.sleep(60_000);
            }
            Files.deleteIfExists(record);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void reportPortInUse() {
        System.out.println(
                """

                ***************************
                APPLICATION FAILED TO START
                ***************************

                Description:

                Web server failed to start. Port 8080 was already in use.

                Action:

                Identify and stop the process that's listening on port 8080.
                """);
        System.exit(1);
    }

    private static String argument(String[] arguments, String name, String otherwise) {
        return Arrays.stream(arguments)
                .filter(argument -> argument.startsWith("--" + name + "="))
                .map(argument -> argument.substring(name.length() + 3))
                .findFirst()
                .orElse(otherwise);
    }
}
