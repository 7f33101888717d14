package dev.berth.benchmarks.load;

import dev.berth.benchmarks.http.CutException;
import dev.berth.benchmarks.http.HttpAnswer;
import dev.berth.benchmarks.http.HttpConnection;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Sends one request after another, over one connection or over one each, and says what came of it. For one thread. */
final class Sender implements AutoCloseable {

    private final int port;
    private final Traffic traffic;
    private final NewestVersion newest;
    private final Tally tally;
    private final SlowTime slow;

    @Nullable
    private HttpConnection kept;

    Sender(int port, Traffic traffic, NewestVersion newest, Tally tally, SlowTime slow) {
        this.port = port;
        this.traffic = traffic;
        this.newest = newest;
        this.tally = tally;
        this.slow = slow;
    }

    /** Sends a request and judges the answer. */
    Outcome send(int id) {
        int floor = newest.floor();
        Outcome outcome;
        try {
            HttpAnswer answer = exchange(id);
            outcome = judge(id, floor, answer);
            if (outcome != Outcome.ANSWERED) {
                tally.sample(sample(outcome, answer.status() + " " + shortened(answer.body())));
            }
        } catch (IOException e) {
            close();
            outcome = outcome(e);
            tally.sample(sample(outcome, String.valueOf(e.getMessage())));
        }
        tally.count(traffic, outcome);
        return outcome;
    }

    private HttpAnswer exchange(int id) throws IOException {
        byte[] request = traffic.exchange().request(id, slow.millis()).bytes(traffic.isKeptAlive());
        HttpConnection connection = kept == null ? HttpConnection.open(port) : kept;
        kept = connection;
        HttpAnswer answer = connection.exchange(request);
        if (!traffic.isKeptAlive() || !answer.reusable()) {
            close();
        }
        return answer;
    }

    private Outcome judge(int id, int floor, HttpAnswer answer) {
        if (answer.status() != 200) {
            return Outcome.STATUS;
        }
        OptionalInt version = traffic.exchange().version(id, answer.body());
        if (version.isEmpty()) {
            return Outcome.BODY;
        }
        newest.seen(version.getAsInt());
        return version.getAsInt() < floor ? Outcome.STALE : Outcome.ANSWERED;
    }

    private static Outcome outcome(IOException failure) {
        if (failure instanceof SocketTimeoutException) {
            return Outcome.LATE;
        }
        return failure instanceof CutException ? Outcome.CUT : Outcome.NO_CONNECTION;
    }

    private String sample(Outcome outcome, String detail) {
        return traffic.title() + ": " + outcome.title() + ": " + detail;
    }

    private static String shortened(String body) {
        String line = body.replaceAll("\\s+", " ");
        return line.substring(0, Math.min(120, line.length()));
    }

    @Override
    public void close() {
        if (kept != null) {
            kept.close();
            kept = null;
        }
    }
}
