package dev.berth.bootstrap;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Looks for an order of what several threads asked of one biz in which every outcome, and the end, is that of the model:
 * one that keeps the order of any two steps of which one had ended before the other began.
 */
final class StepOrder {

    private final List<List<Done>> threads;
    private final String end;
    private final Set<String> tried = new HashSet<>();

    private StepOrder(List<List<Done>> threads, String end) {
        this.threads = threads;
        this.end = end;
    }

    /**
     * Tells whether there is one.
     *
     * @param threads what each thread did, in its order
     * @param end how the model describes what is there at the end
     */
    static boolean exists(List<List<Done>> threads, String end) {
        return new StepOrder(threads, end).search(new int[threads.size()], new BizModel());
    }

    private boolean search(int[] next, BizModel model) {
        if (!tried.add(Arrays.toString(next) + model)) {
            return false;
        }
        int[] open = IntStream.range(0, next.length)
                .filter(thread -> next[thread] < threads.get(thread).size())
                .toArray();
        if (open.length == 0) {
            return model.toString().equals(end);
        }
        long firstEnd = Arrays.stream(open)
                .mapToLong(thread -> threads.get(thread).get(next[thread]).ended())
                .min()
                .orElseThrow();
        return Arrays.stream(open)
                .filter(thread -> threads.get(thread).get(next[thread]).begun() <= firstEnd)
                .anyMatch(thread -> comesNext(thread, next, model));
    }

    private boolean comesNext(int thread, int[] next, BizModel model) {
        Done step = threads.get(thread).get(next[thread]);
        BizModel after = model.copy();
        if (!step.model().apply(after).equals(step.outcome())) {
            return false;
        }
        int[] rest = next.clone();
        rest[thread]++;
        return search(rest, after);
    }

    /**
     * A step that was done.
     *
     * @param text what was asked
     * @param model what the model makes of it
     * @param outcome what came of it
     * @param begun when it was asked, as System.nanoTime has it
     * @param ended when its end was known
     */
    record Done(String text, Function<BizModel, String> model, String outcome, long begun, long ended) {

        @Override
        public String toString() {
            return text + " -> " + outcome;
        }
    }
}
