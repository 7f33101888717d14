package dev.berth.cli.command;

import dev.berth.cli.client.AdminClient;
import dev.berth.cli.client.Operation;
import dev.berth.cli.client.Reply;
import dev.berth.cli.output.Amounts;
import dev.berth.cli.output.Progress;
import java.time.Duration;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Changes an installed biz: asks the base, follows what it does, and tells what became of it. */
final class BizChange {

    private final Session session;
    private final WaitOptions wait;

    BizChange(Session session, WaitOptions wait) {
        this.session = session;
        this.wait = wait;
    }

    /**
     * Makes a change.
     *
     * @param name the biz
     * @param request asks for the change
     * @param sentence tells a change that was made, from the operation and the time that it took
     */
    void run(
            String name,
            Function<AdminClient, Reply<Operation>> request,
            BiFunction<Operation, String, String> sentence) {
        AdminClient client = session.client();
        OperationFollower follower = new OperationFollower(session);
        long begun = System.nanoTime();
        Reply<Operation> operation = request.apply(client);
        if (wait.none()) {
            follower.tellBegun(operation);
            return;
        }
        try (Progress progress = session.screen().progress()) {
            Reply<Operation> ended = follower.follow(client, operation, wait.time(), progress);
            progress.close();
            String took = Amounts.took(Duration.ofNanos(System.nanoTime() - begun));
            follower.tell(ended, name, () -> sentence.apply(ended.value(), took));
        }
    }

    /** Returns the biz with the version that an operation ended with. */
    static String biz(String name, Operation done) {
        return name + done.version().map(version -> " " + version).orElse("");
    }

    /** Returns which revision gave its traffic up, for the end of a sentence. */
    static String inPlaceOf(Operation done) {
        return done.replaced().map(former -> ", in the place of " + former).orElse("");
    }
}
