package dev.berth.cli.client;

import dev.berth.cli.error.CliException;
import dev.berth.cli.error.ExitCode;
import java.time.Duration;
import java.util.function.Consumer;

/** Follows an operation of a base until it ends; the operation goes on whether or not anybody follows. */
public final class OperationWatch {

    private static final long FIRST_POLL_MILLIS = 10;
    private static final long MAX_POLL_MILLIS = 100;

    private final AdminClient client;

    /** Follows operations of the base that a client speaks to. */
    public OperationWatch(AdminClient client) {
        this.client = client;
    }

    /**
     * Asks until the operation has ended: soon at first, as most are short, then every 100 ms.
     *
     * @param begun the operation as it began
     * @param wait how long to follow it
     * @param listener hears each answer, the first one included
     * @return the operation as it succeeded
     * @throws CliException when the operation failed, with its reason; or with TIMEOUT when the wait is over
     */
    public Reply<Operation> untilEnded(Reply<Operation> begun, Duration wait, Consumer<Operation> listener) {
        long deadline = System.nanoTime() + wait.toNanos();
        Reply<Operation> now = begun;
        listener.accept(now.value());
        long poll = FIRST_POLL_MILLIS;
        while (now.value().running()) {
            if (System.nanoTime() - deadline >= 0) {
                throw timeout(now.value(), wait);
            }
            pause(poll);
            poll = Math.min(MAX_POLL_MILLIS, 2 * poll);
            now = client.operation(now.value().id());
            listener.accept(now.value());
        }
        if (now.value().failed()) {
            throw Problems.of(now.json());
        }
        return now;
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CliException(ExitCode.TIMEOUT, "Interrupted while an operation was followed", "", e);
        }
    }

    private static CliException timeout(Operation operation, Duration wait) {
        return new CliException(
                ExitCode.TIMEOUT,
                "The " + operation.kind() + " did not end within " + wait.toSeconds() + " s; operation '"
                        + operation.id() + "' goes on in the base",
                "See what became of it with: berth list. Give it longer with --wait.");
    }
}
