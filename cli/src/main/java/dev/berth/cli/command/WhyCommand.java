package dev.berth.cli.command;

import dev.berth.cli.client.AdminClient;
import dev.berth.cli.client.LoaderState;
import dev.berth.cli.client.Reply;
import dev.berth.cli.error.CliException;
import dev.berth.cli.error.ExitCode;
import dev.berth.cli.json.JsonObject;
import dev.berth.cli.leak.LeakPath;
import dev.berth.cli.leak.LeakSearch;
import dev.berth.cli.output.Progress;
import dev.berth.cli.output.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells what holds the closed revisions of a biz. */
@Command(name = "why", description = "Tells what holds the closed revisions of a biz.")
final class WhyCommand implements Runnable {

    private final Session session;

    @Parameters(paramLabel = "NAME", description = "The name of the biz.")
    @SuppressWarnings("NullAway.Init") // Picocli refuses to run the command without it
    private String name;

    @Option(
            names = "--leak",
            description = "Take a heap dump of the base, which stands still meanwhile, and print what holds them.")
    private boolean leak;

    @Option(
            names = "--keep",
            paramLabel = "FILE",
            description = "Keep the heap dump in a file. It has all that is in memory, secrets too.")
    private @Nullable Path keep;

    WhyCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        AdminClient client = session.client();
        Reply<List<LoaderState>> reply = client.leaks();
        List<LoaderState> lingering =
                reply.value().stream().filter(loader -> loader.isOf(name)).toList();
        List<LeakPath> paths = leak && !lingering.isEmpty() ? paths(client, lingering) : List.of();
        JsonObject json = JsonObject.of(Map.of(
                "lingering", lingering.stream().map(WhyCommand::json).toList(),
                "paths", paths.stream().map(WhyCommand::json).toList()));
        List<String> names = lingering.stream().map(LoaderState::revision).toList();
        session.print(new Result(json, names, () -> lines(lingering, paths)));
    }

    private List<LeakPath> paths(AdminClient client, List<LoaderState> lingering) {
        Set<String> revisions = lingering.stream().map(LoaderState::revision).collect(Collectors.toSet());
        try (Progress progress = session.screen().progress()) {
            progress.show("taking a heap dump");
            Path folder = Files.createTempDirectory("berth-why-");
            Path file = keep == null ? folder.resolve("heap.hprof") : keep;
            try {
                client.heapDump(file);
                progress.show("looking for what holds " + String.join(", ", revisions));
                return LeakSearch.find(file, revisions);
            } finally {
                Files.deleteIfExists(folder.resolve("heap.hprof"));
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new CliException(
                    ExitCode.USAGE,
                    "The heap dump could not be written to the folder of temporary files",
                    "Make some room there, or name another place with --keep.",
                    e);
        }
    }

    private List<String> lines(List<LoaderState> lingering, List<LeakPath> paths) {
        if (lingering.isEmpty()) {
            return List.of("No closed revision of '" + name + "' lingers.");
        }
        List<String> lines = new ArrayList<>();
        for (LoaderState loader : lingering) {
            lines.addAll(leak ? LoaderLines.of(loader).subList(0, 1) : LoaderLines.detailed(loader));
            paths.stream()
                    .filter(path -> path.revision().equals(loader.revision()))
                    .forEach(path -> lines.addAll(lines(path)));
        }
        if (leak && paths.isEmpty()) {
            lines.add("Nothing that is reachable in the heap dump holds them; ask again, they may be gone by now.");
        } else if (!leak) {
            lines.add("hint: Find the way from a GC root with: berth why " + name + " --leak");
        }
        return lines;
    }

    private static List<String> lines(LeakPath path) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("Likely culprit: " + path.culprit());
        lines.add("  GC root: " + path.root());
        path.steps().forEach(step -> {
            lines.add("    " + step.reference());
            lines.add("      -> " + step.target());
        });
        return lines;
    }

    private static Map<String, Object> json(LoaderState loader) {
        return Map.of(
                "revision", loader.revision(),
                "outcome", loader.outcome(),
                "millis", loader.millis(),
                "holders",
                        loader.holders().stream()
                                .map(holder -> Map.of(
                                        "kind", holder.kind(),
                                        "description", holder.description(),
                                        "stack", holder.stack().orElse("")))
                                .toList());
    }

    private static Map<String, Object> json(LeakPath path) {
        return Map.of(
                "revision", path.revision(),
                "culprit", path.culprit(),
                "root", path.root(),
                "steps",
                        path.steps().stream()
                                .map(step -> Map.of("reference", step.reference(), "target", step.target()))
                                .toList());
    }
}
