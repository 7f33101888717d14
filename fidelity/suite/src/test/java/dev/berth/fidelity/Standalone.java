package dev.berth.fidelity;

import dev.berth.process.JvmProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An application by itself: {@code java -jar}, in an empty folder. */
final class Standalone {

    private static final Pattern STARTED = Pattern.compile("(?:Tomcat|Jetty) started on port (\\d+)");
    private static final Pattern READY = Pattern.compile("Started \\w+ in [\\d.]+ seconds");

    private Standalone() {}

    static Visit visit(Line line, Path folder) {
        try {
            Files.createDirectories(folder);
            List<String> arguments =
                    new ArrayList<>(List.of("--server.port=0", "--server.servlet.context-path=/" + line.app()));
            line.settings().forEach((key, value) -> arguments.add("--" + key + "=" + value));
            List<String> jar = List.of("-jar", Built.app(line.app()).toString());
            try (JvmProcess process = JvmProcess.start(folder, jar, arguments)) {
                process.await("start of " + line.app(), () -> READY.matcher(process.output())
                        .find());
                return Visit.of(line, port(process.output()));
            }
        } catch (Exception failure) {
            return Visit.none(failure);
        }
    }

    private static int port(String output) {
        Matcher started = STARTED.matcher(output);
        if (!started.find()) {
            throw new IllegalStateException("No server started:\n" + output);
        }
        return Integer.parseInt(started.group(1));
    }
}
