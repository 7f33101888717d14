package dev.berth.cli.command;

import dev.berth.cli.client.AdminClient;
import dev.berth.cli.client.Base;
import dev.berth.cli.client.Reply;
import dev.berth.cli.output.Amounts;
import dev.berth.cli.output.PlainText;
import dev.berth.cli.output.Result;
import dev.berth.cli.output.Table;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;

/** Shows the running base. */
@Command(name = "status", description = "Shows the running base. Exits with 9 when there is none.")
final class BaseStatusCommand implements Runnable {

    private final Session session;

    BaseStatusCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        AdminClient client = session.client();
        Reply<Base> reply = client.base();
        session.print(new Result(
                reply.json(), List.of(client.address().uri().toString()), () -> table(client, reply.value())));
    }

    private List<String> table(AdminClient client, Base base) {
        Duration up = Duration.between(
                base.startedAt(), session.surroundings().clock().instant());
        List<String> lines = new ArrayList<>(Table.of(
                        "VERSION", "STATE", "PID", "UPTIME", "PORT", "ADMIN", "JAVA", "GUARD", "BIZ")
                .row(
                        base.version(),
                        base.ready() ? "ready" : "starting",
                        String.valueOf(base.pid()),
                        Amounts.age(up),
                        String.valueOf(base.businessPort()),
                        String.valueOf(base.adminPort()),
                        base.javaVersion(),
                        base.guard().map(guard -> guard.on() ? "on" : "off").orElse("-"),
                        String.valueOf(client.biz().value().size()))
                .lines(session.colour()));
        if (!base.exports().isEmpty()) {
            lines.add("");
            lines.addAll(exports(base.exports()));
        }
        if (!base.plugins().isEmpty()) {
            lines.add("");
            lines.addAll(plugins(base.plugins()));
        }
        base.guard().filter(guard -> !guard.on()).ifPresent(guard -> lines.addAll(advice(guard)));
        return lines;
    }

    private List<String> exports(List<Base.Export> exports) {
        Table table = Table.of("EXPORTED BEAN", "TYPE", "REFUSED");
        exports.forEach(export -> table.row(
                export.name(), export.type().orElse("-"), export.refusal().orElse("-")));
        return table.lines(session.colour());
    }

    private List<String> plugins(List<Base.Plugin> plugins) {
        Table table = Table.of("PLUGIN", "VERSION", "PRIORITY", "FROM", "EXPORTS");
        plugins.forEach(plugin -> table.row(
                plugin.name(),
                plugin.version(),
                String.valueOf(plugin.priority()),
                plugin.origin(),
                plugin.exports().isEmpty() ? "-" : String.join(" ", plugin.exports())));
        return table.lines(session.colour());
    }

    private static List<String> advice(Base.Guard guard) {
        List<String> lines = new ArrayList<>(List.of("", "A biz that calls System.exit ends this base."));
        guard.reason().map(reason -> PlainText.of(reason) + ".").ifPresent(lines::add);
        guard.remedy().map(remedy -> PlainText.of(remedy) + ".").ifPresent(lines::add);
        return lines;
    }
}
