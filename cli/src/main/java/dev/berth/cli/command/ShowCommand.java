package dev.berth.cli.command;

import dev.berth.cli.client.AdminClient;
import dev.berth.cli.client.Biz;
import dev.berth.cli.client.Imports;
import dev.berth.cli.client.Linkage;
import dev.berth.cli.client.Load;
import dev.berth.cli.client.Reply;
import dev.berth.cli.client.Revision;
import dev.berth.cli.output.Amounts;
import dev.berth.cli.output.PlainText;
import dev.berth.cli.output.Result;
import dev.berth.cli.output.Table;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows one biz with its revisions, or what it shares with the base, or which beans of the base it imports. */
@Command(name = "show", description = "Shows one biz, or what it has of the base.")
final class ShowCommand implements Runnable {

    private final Session session;

    @Parameters(paramLabel = "NAME", description = "The name of the biz.")
    @SuppressWarnings("NullAway.Init") // Picocli refuses to run the command without it
    private String name;

    @ArgGroup
    private Part part = new Part();

    ShowCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        AdminClient client = session.client();
        if (part.imports) {
            Reply<Imports> reply = client.imports(name);
            List<String> beans =
                    reply.value().imports().stream().map(Imports.Entry::bean).toList();
            session.print(new Result(reply.json(), beans, () -> beans(reply.value())));
        } else if (part.linkage) {
            Reply<Linkage> reply = client.linkage(name);
            List<String> libraries = reply.value().libraries().stream()
                    .map(Linkage.Entry::library)
                    .toList();
            session.print(new Result(reply.json(), libraries, () -> libraries(reply.value())));
        } else {
            Reply<Biz> reply = client.biz(name);
            session.print(new Result(reply.json(), List.of(reply.value().name()), () -> details(reply.value())));
        }
    }

    private List<String> beans(Imports found) {
        Table table = Table.of("BEAN", "TYPE", "DECISION", "REASON");
        found.imports().forEach(entry -> table.row(entry.bean(), entry.type(), entry.decision(), entry.reason()));
        return table.lines(session.colour());
    }

    private List<String> libraries(Linkage found) {
        Table table = Table.of("LIBRARY", "BIZ", "BASE", "DECISION", "REASON");
        found.libraries()
                .forEach(entry -> table.row(
                        entry.library(),
                        entry.bizVersion(),
                        entry.baseVersion().orElse("-"),
                        entry.decision(),
                        entry.plugin()
                                .map(plugin -> entry.reason() + ", plugin " + plugin)
                                .orElse(entry.reason())));
        return table.lines(session.colour());
    }

    private List<String> details(Biz biz) {
        Table about = Table.of("NAME", "VERSION", "STATE", "PATH");
        about.row(biz.name(), biz.version(), biz.state(), biz.contextPath().orElse("-"));
        List<String> lines = new ArrayList<>(about.lines(session.colour()));
        biz.problem().map(PlainText::of).ifPresent(lines::add);
        biz.remedy().map(PlainText::of).ifPresent(lines::add);
        lines.addAll(unserved(biz.name()));
        for (Revision revision : biz.revisions()) {
            lines.add("");
            lines.addAll(details(revision));
        }
        return lines;
    }

    /** Says which SPIs the biz consumes that have no provider for it now. */
    private List<String> unserved(String name) {
        return session.client().spis().value().stream()
                .flatMap(spi -> spi.consumers().stream())
                .filter(consumer -> consumer.biz().equals(name))
                .flatMap(consumer -> consumer.problem().map(problem -> consumer.point() + ": " + problem).stream())
                .map(PlainText::of)
                .toList();
    }

    private List<String> details(Revision revision) {
        Duration age = Duration.between(
                revision.installedAt(), session.surroundings().clock().instant());
        Table table = Table.of("REVISION", revision.id());
        table.row("state", revision.state());
        List<String> detail =
                revision.stateDetail().stream().flatMap(String::lines).toList();
        detail.stream().limit(1).forEach(line -> table.row("detail", line));
        revision.contextPath().ifPresent(path -> table.row("path", path));
        table.row("layout", revision.layout());
        table.row("sha-256", revision.digest());
        table.row("installed", revision.installedAt() + " (" + Amounts.age(age) + " ago)");
        revision.startMillis().ifPresent(millis -> table.row("started in", Amounts.decimal(millis) + " ms"));
        table.row("libraries", revision.sharedLibraries() + " shared, " + revision.broughtLibraries() + " brought");
        revision.load().ifPresent(load -> table.row("calls", calls(load)));
        List<String> lines = new ArrayList<>(table.lines(session.colour()));
        // A stack, which would widen the table
        detail.stream().skip(1).map(PlainText::of).forEach(lines::add);
        lines.addAll(TroubleLines.of(revision, session.surroundings().clock().instant()));
        return lines;
    }

    private static String calls(Load load) {
        return load.places() + " in flight"
                + load.limit().map(limit -> " of " + limit + " at most").orElse("") + ", " + load.busyThreads()
                + " threads busy, " + load.rejected() + " turned away";
    }

    /** Which side of the biz to show; one at most. */
    private static final class Part {

        @Option(names = "--linkage", description = "Show for each library whether it is shared or brought, and why.")
        private boolean linkage;

        @Option(
                names = "--imports",
                description = "Show for each bean that the base exports whether it is imported, and why.")
        private boolean imports;
    }
}
