package dev.berth.broker;

import dev.berth.api.spi.ProviderInfo;
import dev.berth.api.spi.RoutingPolicy;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Picks the provider for a demand: of those that fit the one with the highest priority, else the default of the base, else
 * of those that fit at last the one with the highest priority.
 *
 * <p>Pure and safe for use by many threads.
 */
public final class Router {

    private static final Logger logger = LoggerFactory.getLogger(Router.class);

    private Router() {}

    /**
     * Picks one by the base's own policy.
     *
     * @param providers all that are there, in any version
     */
    public static Choice choose(Demand demand, List<ProviderInfo> providers) {
        List<ProviderInfo> fitting = inRange(demand, providers);
        List<ProviderInfo> matching = fitting(demand, fitting);
        if (matching.isEmpty() && demand.selector().takesDefault()) {
            matching = fitting.stream().filter(ProviderInfo::fallback).toList();
        }
        List<ProviderInfo> best = highest(matching);
        return switch (best.size()) {
            case 0 -> new Choice.None(demand, providers);
            case 1 -> new Choice.Found(best.get(0));
            default -> new Choice.Several(demand, best);
        };
    }

    /**
     * Lets a policy pick one, and the base's own when it does not.
     *
     * @param providers all that are there, in any version
     */
    public static Choice choose(Demand demand, List<ProviderInfo> providers, RoutingPolicy policy) {
        List<ProviderInfo> fitting = inRange(demand, providers);
        return ask(policy, demand, fitting)
                .filter(fitting::contains)
                .<Choice>map(Choice.Found::new)
                .orElseGet(() -> choose(demand, providers));
    }

    private static Optional<ProviderInfo> ask(RoutingPolicy policy, Demand demand, List<ProviderInfo> fitting) {
        try {
            return policy.choose(demand.request(fitting, fitting(demand, fitting)));
        } catch (RuntimeException failure) {
            // The border to a biz: its policy must not take calls of others down
            logger.atWarn().setCause(failure).log("A routing policy failed; the base's own decides");
            return Optional.empty();
        }
    }

    /** Returns those that fit a demand, whatever their priorities; the default of the base is none of them. */
    public static List<ProviderInfo> matching(Demand demand, List<ProviderInfo> providers) {
        return fitting(demand, inRange(demand, providers));
    }

    private static List<ProviderInfo> inRange(Demand demand, List<ProviderInfo> providers) {
        return providers.stream()
                .filter(provider -> demand.versions().has(provider.version()))
                .toList();
    }

    private static List<ProviderInfo> fitting(Demand demand, List<ProviderInfo> inRange) {
        Selector selector = demand.selector();
        List<ProviderInfo> first = inRange.stream().filter(selector::fits).toList();
        boolean defaultServes = selector.takesDefault() && inRange.stream().anyMatch(ProviderInfo::fallback);
        return first.isEmpty() && !defaultServes
                ? inRange.stream().filter(selector::fitsAtLast).toList()
                : first;
    }

    private static List<ProviderInfo> highest(List<ProviderInfo> matching) {
        int highest = matching.stream().mapToInt(ProviderInfo::priority).max().orElse(Integer.MIN_VALUE);
        return matching.stream()
                .filter(provider -> provider.priority() == highest)
                .toList();
    }
}
