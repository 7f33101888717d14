package dev.berth.cli.demo;

import dev.berth.cli.client.AdminClient;
import dev.berth.cli.client.BusinessClient;
import dev.berth.cli.client.BusinessClient.Answer;
import dev.berth.cli.client.InstallOrder;
import dev.berth.cli.client.Operation;
import dev.berth.cli.client.OperationWatch;
import dev.berth.cli.client.Reply;
import dev.berth.cli.client.Revision;
import dev.berth.cli.error.CliException;
import dev.berth.cli.error.ExitCode;
import dev.berth.cli.home.BaseLocator;
import dev.berth.cli.home.BaseRecord;
import dev.berth.cli.output.Amounts;
import dev.berth.cli.output.Screen;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Shows what Berth does with a base of its own, telling it while it happens; every step is checked.
 *
 * <p>When a step is not as told, the base is stopped, its home is removed and the error holds the end of the base's log.
 */
public final class Demo {

    private static final Duration WAIT = Duration.ofSeconds(90);
    private static final int LOG_LINES = 20;
    private static final String NEXT_VERSION = "1.1.0";

    private final DemoParts parts;
    private final DemoHome home;
    private final Story story;
    private final String command;

    /**
     * Prepares a demo.
     *
     * @param parts the samples and the base's jar
     * @param home the fresh home of its base
     * @param screen where to tell it
     * @param command how the user wrote this command, for what to try next
     */
    public Demo(DemoParts parts, DemoHome home, Screen screen, String command) {
        this.parts = parts;
        this.home = home;
        this.story = new Story(screen);
        this.command = command;
    }

    /**
     * Plays it.
     *
     * @param once whether to remove everything at the end; else the base stays with both modules installed
     */
    public void play(boolean once) {
        Sample catalog = Sample.catalog(parts.catalog());
        Sample pricing = Sample.pricing(parts.pricing());
        DemoBase base = new DemoBase(home, parts.java(), parts.baseJar());
        try {
            Stage stage = open(base);
            play(stage, catalog, pricing);
            if (once) {
                end(stage, base, List.of(catalog, pricing));
            } else {
                base.keep();
                whatNext(stage, catalog);
            }
        } catch (CliException e) {
            List<String> log = e.details().isEmpty() ? base.lastLines(LOG_LINES) : e.details();
            base.close();
            throw failed(e, log);
        } catch (RuntimeException e) {
            base.close();
            throw e;
        }
    }

    private Stage open(DemoBase base) {
        story.chapter("A base starts, in a fresh home and on free ports");
        long begun = System.nanoTime();
        BaseRecord record = base.start();
        story.happened("ready after " + since(begun) + ": port " + record.businessPort() + ", admin port "
                + record.adminPort() + ", pid " + record.pid());
        AdminClient admin = new AdminClient(new BaseLocator(home.home()).of(record));
        URI root = URI.create("http://127.0.0.1:" + record.businessPort());
        return new Stage(admin, new BusinessClient(root));
    }

    private void play(Stage stage, Sample catalog, Sample pricing) {
        for (Sample sample : List.of(catalog, pricing)) {
            long size = sample.jar().toFile().length();
            story.chapter("Install " + sample.jar().getFileName() + " (" + Amounts.bytes(size) + "), " + sample.what());
            install(stage, sample);
            call(stage, sample);
        }
        story.chapter("Remove '" + pricing.name() + "' and install it again, while '" + catalog.name() + "' serves");
        uninstall(stage, pricing);
        call(stage, catalog);
        install(stage, pricing);
        call(stage, pricing);
        story.chapter("Replace '" + pricing.name() + "' by a next version, then go back to the one that stands by");
        replace(stage, pricing);
        call(stage, pricing);
        rollback(stage, pricing);
        call(stage, pricing);
    }

    private void install(Stage stage, Sample sample) {
        String took = timed(stage, () -> stage.admin().install(InstallOrder.of(sample.jar()), (sent, total) -> {}));
        Optional<Revision> revision = stage.admin().biz(sample.name()).value().leading();
        story.happened("installed in " + took + revision.map(Demo::libraries).orElse(""));
    }

    private void replace(Stage stage, Sample sample) {
        InstallOrder next = InstallOrder.of(sample.jar()).asVersion(NEXT_VERSION);
        String took = timed(stage, () -> stage.admin().install(next, (sent, total) -> {}));
        story.happened("version " + version(stage, sample) + " took over after " + took);
    }

    private void rollback(Stage stage, Sample sample) {
        String took = timed(stage, () -> stage.admin().rollback(sample.name()));
        story.happened("version " + version(stage, sample) + " is back after " + took);
    }

    private static String version(Stage stage, Sample sample) {
        return stage.admin().biz(sample.name()).value().version();
    }

    /** Has the base do something and returns how long it took. */
    private static String timed(Stage stage, Supplier<Reply<Operation>> request) {
        long begun = System.nanoTime();
        new OperationWatch(stage.admin()).untilEnded(request.get(), WAIT, now -> {});
        return since(begun);
    }

    private static String libraries(Revision revision) {
        return ": " + revision.sharedLibraries() + " libraries shared with the base, " + revision.broughtLibraries()
                + " brought";
    }

    private void uninstall(Stage stage, Sample sample) {
        String took = timed(stage, () -> stage.admin().uninstall(sample.name()));
        story.happened("'" + sample.name() + "' removed in " + took);
        String path = sample.calls().get(0).path();
        Answer answer = stage.business().get(path);
        story.answered(path, answer);
        require(answer.status() == 404, path, answer, "404 after the biz was removed");
    }

    private void call(Stage stage, Sample sample) {
        for (Sample.Call call : sample.calls()) {
            Answer answer = stage.business().get(call.path());
            story.answered(call.path(), answer);
            boolean asTold = answer.status() == 200 && answer.body().contains(call.expected());
            require(asTold, call.path(), answer, "200 with '" + call.expected() + "' in it");
        }
    }

    private void end(Stage stage, DemoBase base, List<Sample> samples) {
        story.chapter("Remove everything");
        samples.forEach(sample -> uninstall(stage, sample));
        long begun = System.nanoTime();
        base.close();
        story.happened("base stopped and its home removed in " + since(begun));
    }

    private void whatNext(Stage stage, Sample catalog) {
        Path directory = home.home().directory();
        String berth = command + " --home " + directory;
        story.line("");
        story.line("The base runs on with both installed. What to try next:");
        story.happened("open " + stage.business().uri("/catalog/") + " in a browser");
        story.happened(berth + " list");
        story.happened(berth + " show " + catalog.name() + " --linkage");
        story.happened(berth + " switch pricing " + NEXT_VERSION);
        story.happened(berth + " uninstall pricing");
        story.happened(berth + " install a Spring Boot 4 jar of yours");
        story.happened(berth + " base stop && rm -r " + directory);
    }

    private static void require(boolean asTold, String path, Answer answer, String expected) {
        if (!asTold) {
            throw new CliException(
                    ExitCode.BIZ_FAILED,
                    "GET " + path + " answered with status " + answer.status() + ", not " + expected,
                    "Look at the end of the base's log above.");
        }
    }

    private static CliException failed(CliException cause, List<String> log) {
        String remedy = "The base is stopped and its home removed; above is the end of its log. Look closer with: berth"
                + " base start --foreground --home DIR.";
        return new CliException(cause.exitCode(), "The demo failed: " + cause.message(), remedy, cause)
                .withDetails(log);
    }

    private static String since(long nanos) {
        return Amounts.took(Duration.ofNanos(System.nanoTime() - nanos));
    }

    private record Stage(AdminClient admin, BusinessClient business) {}
}
