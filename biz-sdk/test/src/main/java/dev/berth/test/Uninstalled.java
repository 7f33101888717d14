package dev.berth.test;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What became of a biz that was uninstalled.
 *
 * @param loaders each class loader that it had; a base that tells of none has proven nothing
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

        /** Tells whether it is there and nobody knows why. */
        boolean inexplicable() {
            return !collected() && holders.isEmpty();
        }

        String describe() {
            String seen = holders.isEmpty() ? "nothing that the base can see holds it" : String.join("\n    ", holders);
            return "  '" + revision + "' is " + outcome + ":\n    " + seen;
        }

        static Loader of(Map<String, Object> loader) {
            List<String> holders =
                    Json.objects(loader, "holders").stream().map(Loader::holder).toList();
            return new Loader(Json.text(loader, "revision"), Json.text(loader, "outcome"), holders);
        }

        private static String holder(Map<String, Object> holder) {
            String described = Json.text(holder, "kind") + ": " + Json.text(holder, "description");
            String stack = Json.text(holder, "stack");
            return stack.isEmpty()
                    ? described
                    : described + "\n" + stack.indent(8).stripTrailing();
        }
    }

    /** Tells whether the garbage collector has taken all of them. */
    public boolean collected() {
        return !loaders.isEmpty() && loaders.stream().allMatch(Loader::collected);
    }

    /** Returns those that are still there. */
    List<Loader> lingering() {
        return loaders.stream().filter(loader -> !loader.collected()).toList();
    }

    @Override
    public String toString() {
        return loaders.isEmpty()
                ? "The base told of no class loader"
                : loaders.stream().map(Loader::describe).collect(Collectors.joining("\n"));
    }

    static Uninstalled of(Map<String, Object> operation) {
        return new Uninstalled(
                Json.objects(operation, "loaders").stream().map(Loader::of).toList());
    }
}
