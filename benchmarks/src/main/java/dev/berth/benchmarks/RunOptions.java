package dev.berth.benchmarks;

import dev.berth.benchmarks.host.Builds;
import dev.berth.benchmarks.host.Hosts;
import dev.berth.benchmarks.host.Jdk;
import dev.berth.benchmarks.report.Machine;
import dev.berth.benchmarks.report.Report;
import dev.berth.benchmarks.scenario.Participants;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that all scenarios have, and what they make of them. */
final class RunOptions {

    /** The peer's Spring Boot 3 is made for 17. */
    private static final int PEER_FEATURE = 17;

    @Option(
            names = "--jdk",
            paramLabel = "17|25|both",
            description = "The JDK that Berth runs on.",
            defaultValue = "17")
    @SuppressWarnings("NullAway.Init") // Picocli sets it
    private String jdk;

    @Option(names = "--no-peer", description = "Leave the peer out; it is not built then.")
    private boolean withoutPeer;

    @Option(
            names = "--peer-count",
            paramLabel = "N",
            description = "How often the peer does what is measured.",
            defaultValue = "20")
    private int peerCount;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // Picocli sets it before a command runs
    private CommandSpec spec;

    int peerCount() {
        return peerCount;
    }

    /**
     * Runs a scenario and prints its report.
     *
     * @return the exit code
     */
    int run(String title, BiConsumer<Hosts, Report> scenario) {
        Path root = Path.of(System.getProperty("benchmarks.root", "."));
        Clock clock = Clock.systemUTC();
        Path folder = root.resolve("benchmarks/target/runs").resolve(title + "-" + clock.millis());
        Report report = new Report(title, Machine.here(), clock);
        scenario.accept(new Hosts(new Builds(root), folder), report);
        PrintWriter out = spec.commandLine().getOut();
        report.lines().forEach(out::println);
        out.flush();
        return report.kept() ? 0 : 1;
    }

    /** Tells how far the run is. */
    void progress(String text) {
        spec.commandLine().getErr().println(text);
    }

    /** Returns who takes part. */
    Participants participants() {
        Stream<Integer> features = jdk.equals("both") ? Stream.of(17, 25) : Stream.of(feature());
        Optional<Jdk> peer = withoutPeer ? Optional.empty() : Optional.of(jdk(PEER_FEATURE));
        return new Participants(features.map(this::jdk).toList(), peer);
    }

    private int feature() {
        try {
            return Integer.parseInt(jdk);
        } catch (NumberFormatException e) {
            throw usage("--jdk is a number or 'both', not '" + jdk + "'");
        }
    }

    private Jdk jdk(int feature) {
        return Jdk.find(feature, System.getenv(), Path.of(System.getProperty("java.home")))
                .orElseThrow(() ->
                        usage("There is no JDK " + feature + " beside this one; JAVA" + feature + "_HOME can name it"));
    }

    /** Returns what says that an option was given wrongly. */
    ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
