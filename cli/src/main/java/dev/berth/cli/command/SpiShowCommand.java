package dev.berth.cli.command;

import dev.berth.cli.client.SpiService;
import dev.berth.cli.error.CliException;
import dev.berth.cli.error.ExitCode;
import dev.berth.cli.json.JsonObject;
import dev.berth.cli.output.PlainText;
import dev.berth.cli.output.Result;
import dev.berth.cli.output.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows who provides an SPI and where it is injected; of a code all versions. */
@Command(name = "show", description = "Shows who provides an SPI and who consumes it.")
final class SpiShowCommand implements Runnable {

    private final Session session;

    @Parameters(paramLabel = "CODE", description = "The code of the SPI.")
    @SuppressWarnings("NullAway.Init") // Picocli refuses to run the command without it
    private String code;

    SpiShowCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        List<SpiService> found = session.client().spis().value().stream()
                .filter(spi -> spi.code().equals(code))
                .toList();
        if (found.isEmpty()) {
            throw new CliException(
                    ExitCode.NOT_FOUND,
                    "No provider and no consumer has named an SPI '" + code + "'",
                    "List the SPIs with: berth spi list");
        }
        JsonObject json = found.size() == 1
                ? found.get(0).json()
                : JsonObject.of(Map.of(
                        "spi",
                        found.stream()
                                .map(SpiService::json)
                                .map(JsonObject::members)
                                .toList()));
        List<String> ids = found.stream()
                .flatMap(spi -> spi.providers().stream())
                .map(SpiService.Provider::id)
                .toList();
        session.print(new Result(json, ids, () -> lines(found)));
    }

    private List<String> lines(List<SpiService> found) {
        List<String> lines = new ArrayList<>();
        for (SpiService spi : found) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            lines.add(PlainText.of(spi.code() + " " + spi.version() + "  " + spi.className()));
            lines.add("");
            lines.addAll(providers(spi));
            if (!spi.consumers().isEmpty()) {
                lines.add("");
                lines.addAll(consumers(spi));
            }
        }
        return lines;
    }

    private List<String> providers(SpiService spi) {
        Table table = Table.of("PROVIDER", "VERSION", "BIZ", "STATE", "PRIORITY", "RULE", "ADDRESS")
                .withNumbers("PRIORITY");
        spi.providers()
                .forEach(provider -> table.row(
                        provider.id(),
                        provider.version(),
                        provider.biz(),
                        provider.state(),
                        String.valueOf(provider.priority()),
                        provider.rule().orElse("-"),
                        provider.address()));
        return table.lines(session.colour());
    }

    private List<String> consumers(SpiService spi) {
        Table table = Table.of("CONSUMER", "POINT", "TYPE", "PATTERN", "VERSIONS", "PROBLEM");
        spi.consumers()
                .forEach(consumer -> table.row(
                        consumer.biz(),
                        consumer.point(),
                        consumer.type(),
                        orDash(consumer.pattern()),
                        orDash(consumer.versions()),
                        consumer.problem().orElse("-")));
        return table.lines(session.colour());
    }

    private static String orDash(String text) {
        return text.isEmpty() ? "-" : text;
    }
}
