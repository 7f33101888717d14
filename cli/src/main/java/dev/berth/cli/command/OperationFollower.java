package dev.berth.cli.command;

import dev.berth.cli.client.AdminClient;
import dev.berth.cli.client.Operation;
import dev.berth.cli.client.Operation.Phase;
import dev.berth.cli.client.OperationWatch;
import dev.berth.cli.client.Reply;
import dev.berth.cli.output.Amounts;
import dev.berth.cli.output.Progress;
import dev.berth.cli.output.Result;
import dev.berth.cli.output.Screen;
import dev.berth.cli.output.Table;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Follows an operation to its end for a person who watches, and tells what it was. */
final class OperationFollower {

    private final Session session;

    OperationFollower(Session session) {
        this.session = session;
    }

    /** Waits for the end while the progress line shows the phases; Ctrl-C ends only the waiting, and says so. */
    Reply<Operation> follow(AdminClient client, Reply<Operation> begun, Duration wait, Progress progress) {
        if (!begun.value().running()) {
            return new OperationWatch(client).untilEnded(begun, wait, operation -> {});
        }
        Thread farewell = new Thread(() -> sayThatItGoesOn(begun.value(), progress), "berth-farewell");
        Runtime.getRuntime().addShutdownHook(farewell);
        try {
            return new OperationWatch(client).untilEnded(begun, wait, operation -> progress.show(doing(operation)));
        } finally {
            remove(farewell);
        }
    }

    /** Prints an operation that ended well: a sentence, then what each phase took. */
    void tell(Reply<Operation> ended, String name, Supplier<String> sentence) {
        Operation operation = ended.value();
        session.print(new Result(ended.json(), List.of(name), () -> {
            List<String> lines = new ArrayList<>();
            lines.add(sentence.get());
            operation.loaders().forEach(loader -> lines.addAll(LoaderLines.of(loader)));
            operation.notes().forEach(note -> lines.add("note: " + note.message()));
            if (operation.changed() && !operation.phases().isEmpty()) {
                lines.addAll(phases(operation.phases()));
            }
            return lines;
        }));
    }

    /** Prints an operation that nobody waits for. */
    void tellBegun(Reply<Operation> begun) {
        Operation operation = begun.value();
        session.print(new Result(
                begun.json(),
                List.of(operation.id()),
                () -> List.of("Began to " + verb(operation) + ": operation " + operation.id())));
    }

    private static String verb(Operation operation) {
        return operation.kind().equals("rollback") ? "roll back" : operation.kind();
    }

    private List<String> phases(List<Phase> phases) {
        Table table = Table.of("PHASE", "TOOK(ms)").withNumbers("TOOK(ms)");
        phases.forEach(phase -> table.row(phase.name(), Amounts.millis(phase.took())));
        return table.lines(session.colour());
    }

    private static String doing(Operation operation) {
        List<Phase> phases = operation.phases();
        String done = phases.isEmpty()
                ? "begun"
                : String.join(", ", phases.stream().map(Phase::name).toList()) + " done";
        return operation.kind() + " " + operation.name().orElse("") + ": " + done;
    }

    private void sayThatItGoesOn(Operation operation, Progress progress) {
        progress.close();
        Screen screen = session.screen();
        screen.note("berth: Waits no longer; the " + operation.kind() + " goes on in the base as operation '"
                + operation.id() + "'");
        screen.note("  hint: See what became of it with: berth list");
    }

    private static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM ends already and the hook runs
        }
    }
}
