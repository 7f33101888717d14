package dev.berth.test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What became of a biz that was uninstalled.
 *
 * @param loaders each class loader that it had
 */
public record Uninstalled(List<Loader> loaders) {

    public Uninstalled {
        loaders = List.copyOf(loaders);
    }

    /**
     * One class loader.
     *
     * @param revision whose it was, such as {@code pricing:1.0.0#3}
     * @param outcome {@code collected}, {@code held} or {@code unknown}
     * @param holders what holds it, for people; empty when it was collected or nothing could be seen
     */
    public record Loader(String revision, String outcome, List<String> holders) {

        public Loader {
            holders = List.copyOf(holders);
        }

        /** Tells whether the garbage collector has taken it. */
        public boolean collected() {
            return outcome.equals("collected");
        }

        private String describe() {
            String seen = holders.isEmpty()
                    ? "nothing that the base can see holds it; a heap dump tells"
                    : String.join("\n    ", holders);
            return "  '" + revision + "' is " + outcome + ":\n    " + seen;
        }
    }

    /** Tells whether the garbage collector has taken all of them. */
    public boolean collected() {
        return loaders.stream().allMatch(Loader::collected);
    }

    /** Returns those that linger and what holds them, in some lines. */
    String describeLeaks() {
        return loaders.stream()
                .filter(loader -> !loader.collected())
                .map(Loader::describe)
                .collect(Collectors.joining("\n"));
    }

    static Uninstalled of(Map<String, Object> operation) {
        List<Loader> loaders = new ArrayList<>();
        for (Map<String, Object> loader : objects(operation.get("loaders"))) {
            List<String> holders = new ArrayList<>();
            for (Map<String, Object> holder : objects(loader.get("holders"))) {
                holders.add(holder.get("kind") + ": " + holder.get("description")
                        + (holder.get("stack") == null ? "" : "\n" + holder.get("stack")));
            }
            loaders.add(
                    new Loader(String.valueOf(loader.get("revision")), String.valueOf(loader.get("outcome")), holders));
        }
        return new Uninstalled(loaders);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> objects(@org.jspecify.annotations.Nullable Object list) {
        return list == null ? List.of() : (List<Map<String, Object>>) list;
    }
}
