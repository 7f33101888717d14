package dev.berth.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.process.BaseProcess;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** The same application as a biz of the one base of this run. */
final class Hosted {

    /** Others may use the machine too. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final BaseProcess base;

    Hosted(BaseProcess base) {
        this.base = base;
    }

    Visit visit(Line line) throws Exception {
        Path settings = settings(line);
        try {
            HttpResponse<String> installed = base.admin().install(Built.app(line.app()), PATIENCE);
            if (installed.statusCode() != 201) {
                return Visit.none(new AssertionError("The install answers " + installed.body()));
            }
            return visitInstalled(line);
        } finally {
            Files.deleteIfExists(settings);
        }
    }

    private Visit visitInstalled(Line line) throws Exception {
        try {
            Visit visit = Visit.of(line, base.business().port());
            line.besides(base);
            return visit;
        } finally {
            uninstall(base, line.app());
        }
    }

    /** Uninstalls a biz, of which nothing may be left. */
    static void uninstall(BaseProcess base, String name) {
        HttpResponse<String> uninstalled = base.admin().uninstall(name);
        assertThat(uninstalled.statusCode()).as(uninstalled.body()).isEqualTo(200);
        assertThat(new JsonMapper().readTree(uninstalled.body()).get("loaders"))
                .as(uninstalled.body())
                .isNotEmpty()
                .allMatch(loader -> loader.get("outcome").asString().equals("collected"));
    }

    private Path settings(Line line) throws IOException {
        Path file = base.home().resolve("config").resolve(line.app() + ".yaml");
        if (!line.settings().isEmpty()) {
            Files.createDirectories(file.getParent());
            Files.writeString(
                    file,
                    line.settings().entrySet().stream()
                            .map(setting -> "\"%s\": \"%s\"%n".formatted(setting.getKey(), setting.getValue()))
                            .collect(Collectors.joining()));
        }
        return file;
    }
}
