package dev.berth.cli.command;

import dev.berth.cli.client.Biz;
import dev.berth.cli.client.Reply;
import dev.berth.cli.client.Revision;
import dev.berth.cli.output.Amounts;
import dev.berth.cli.output.OutputFormat;
import dev.berth.cli.output.Result;
import dev.berth.cli.output.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/** Lists what is installed. */
@Command(name = "list", description = "Lists what is installed.")
final class ListCommand implements Runnable {

    private final Session session;

    ListCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        Reply<List<Biz>> reply = session.client().biz();
        List<Biz> all = reply.value();
        session.print(new Result(reply.json(), all.stream().map(Biz::name).toList(), () -> table(all)));
        if (all.isEmpty() && session.format() == OutputFormat.TABLE) {
            session.screen().note("Nothing is installed. Install a jar with: berth install JAR");
        }
    }

    private List<String> table(List<Biz> all) {
        if (all.isEmpty()) {
            return List.of();
        }
        Table table = Table.of(
                        "NAME",
                        "VERSION",
                        "STATE",
                        "PATH",
                        "REVISION",
                        "SHARED",
                        "BROUGHT",
                        "STARTED(ms)",
                        "AGE",
                        "ALSO")
                .withNumbers("SHARED", "BROUGHT", "STARTED(ms)", "AGE");
        Instant now = session.surroundings().clock().instant();
        all.forEach(biz -> row(table, biz, now));
        return table.lines(session.colour());
    }

    private static void row(Table table, Biz biz, Instant now) {
        String path = biz.contextPath().orElse("-");
        biz.leading()
                .ifPresentOrElse(
                        revision -> table.row(
                                biz.name(),
                                biz.version(),
                                TroubleLines.mark(biz.state(), revision.troubles()),
                                path,
                                revision.id(),
                                String.valueOf(revision.sharedLibraries()),
                                String.valueOf(revision.broughtLibraries()),
                                revision.startMillis().map(Amounts::decimal).orElse("-"),
                                Amounts.age(Duration.between(revision.installedAt(), now)),
                                others(biz, revision)),
                        () -> table.row(biz.name(), biz.version(), biz.state(), path, "-", "-", "-", "-", "-", "-"));
    }

    /** Names what is there beside the revision of the row, such as one that stands by. */
    private static String others(Biz biz, Revision leading) {
        String others = biz.revisions().stream()
                .filter(revision -> !revision.id().equals(leading.id()))
                .map(revision -> revision.version() + " " + revision.state().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return others.isEmpty() ? "-" : others;
    }
}
