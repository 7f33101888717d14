package dev.berth.benchmarks;

import dev.berth.benchmarks.host.SoftReferences;
import dev.berth.benchmarks.scenario.CycleMode;
import dev.berth.benchmarks.scenario.CyclesPlan;
import dev.berth.benchmarks.scenario.CyclesScenario;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code benchmarks/run cycles}. */
@Command(description = "Installs, uses and uninstalls a biz again and again: nothing may be left.")
final class CyclesCommand implements Callable<Integer> {

    private static final String BOTH = "both";

    @Mixin
    private final RunOptions options = new RunOptions();

    @Option(names = "--count", paramLabel = "N", description = "Cycles of each base.", defaultValue = "100")
    private int count;

    @Option(
            names = "--mode",
            paramLabel = "uninstall|replace|both",
            description = "How a revision ends.",
            defaultValue = BOTH)
    @SuppressWarnings("NullAway.Init") // Picocli sets it
    private String mode;

    @Option(
            names = "--soft",
            paramLabel = "cleared|kept|both",
            description = "Soft references are cleared at each collection, or kept as by default.",
            defaultValue = BOTH)
    @SuppressWarnings("NullAway.Init") // Picocli sets it
    private String soft;

    @Override
    public Integer call() {
        CyclesPlan plan = new CyclesPlan(
                count,
                options.peerCount(),
                chosen(CycleMode.class, "--mode", mode),
                chosen(SoftReferences.class, "--soft", soft));
        return options.run("cycles", new CyclesScenario(options.participants(), plan, options::progress)::run);
    }

    private <E extends Enum<E>> List<E> chosen(Class<E> type, String option, String name) {
        List<E> all = List.of(type.getEnumConstants());
        List<E> named = all.stream()
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(name))
                .toList();
        if (named.isEmpty() && !name.equals(BOTH)) {
            throw options.usage(option + " has no '" + name + "'");
        }
        return named.isEmpty() ? all : named;
    }
}
