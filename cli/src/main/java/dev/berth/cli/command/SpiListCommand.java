package dev.berth.cli.command;

import dev.berth.cli.client.Reply;
import dev.berth.cli.client.SpiService;
import dev.berth.cli.output.OutputFormat;
import dev.berth.cli.output.Result;
import dev.berth.cli.output.Table;
import java.util.List;
import picocli.CommandLine.Command;

/** Lists the SPIs of a base. */
@Command(name = "list", description = "Lists the SPIs that a provider or consumer has named.")
final class SpiListCommand implements Runnable {

    private final Session session;

    SpiListCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        Reply<List<SpiService>> reply = session.client().spis();
        List<SpiService> all = reply.value();
        session.print(
                new Result(reply.json(), all.stream().map(SpiService::code).toList(), () -> table(all)));
        if (all.isEmpty() && session.format() == OutputFormat.TABLE) {
            session.screen().note("No provider and no consumer has named an SPI.");
        }
    }

    private List<String> table(List<SpiService> all) {
        if (all.isEmpty()) {
            return List.of();
        }
        Table table = Table.of("CODE", "VERSION", "PROVIDERS", "CONSUMERS", "UNSERVED", "INTERFACE")
                .withNumbers("PROVIDERS", "CONSUMERS", "UNSERVED");
        all.forEach(spi -> table.row(
                spi.code(),
                spi.version(),
                String.valueOf(spi.providers().stream()
                        .filter(SpiService.Provider::active)
                        .count()),
                String.valueOf(spi.consumers().size()),
                String.valueOf(spi.consumers().stream()
                        .filter(consumer -> consumer.problem().isPresent())
                        .count()),
                spi.className()));
        return table.lines(session.colour());
    }
}
