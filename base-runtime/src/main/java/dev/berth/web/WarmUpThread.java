package dev.berth.web;

import dev.berth.lifecycle.Holder;
import dev.berth.lifecycle.Revision;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** The thread of one warm-up call; it holds its revision when it ignores its interrupt. */
final class WarmUpThread implements Holder {

    private static final Duration GRACE = Duration.ofSeconds(1);

    private final CompletableFuture<Optional<InProcessCall.Answer>> answer = new CompletableFuture<>();
    private final Callable<Optional<InProcessCall.Answer>> call;
    private final Thread thread;

    WarmUpThread(Revision revision, ClassLoader loader, Callable<Optional<InProcessCall.Answer>> call) {
        this.call = call;
        thread = new Thread(this::attempt, "biz-" + revision.id() + "-warm-up");
        thread.setDaemon(true);
        thread.setContextClassLoader(loader);
    }

    private void attempt() {
        try {
            Optional<InProcessCall.Answer> made = call.call();
            thread.setContextClassLoader(WarmUpThread.class.getClassLoader());
            answer.complete(made);
        } catch (Throwable failure) {
            // The border to a biz: whatever it throws is the result of the call
            thread.setContextClassLoader(WarmUpThread.class.getClassLoader());
            answer.completeExceptionally(failure);
        }
    }

    /** Makes the call and waits for its answer; there is none when an asynchronous one did not come in time. */
    Optional<InProcessCall.Answer> answer(Duration timeout)
            throws InterruptedException, ExecutionException, TimeoutException {
        thread.start();
        return answer.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Interrupts the call; tells whether it has ended. */
    boolean giveUp() {
        thread.interrupt();
        try {
            TimeUnit.NANOSECONDS.timedJoin(thread, GRACE.toNanos());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return gone();
    }

    /** Returns where the call is, one frame a line. */
    String stack() {
        return Arrays.stream(thread.getStackTrace())
                .map(frame -> "\tat " + frame)
                .collect(Collectors.joining(System.lineSeparator()));
    }

    @Override
    public String description() {
        return "Thread '" + thread.getName() + "' ignores its interrupt:" + System.lineSeparator() + stack();
    }

    @Override
    public boolean gone() {
        return answer.isDone();
    }

    @Override
    public void whenGone(Runnable action) {
        answer.whenComplete((made, failure) -> action.run());
    }
}
