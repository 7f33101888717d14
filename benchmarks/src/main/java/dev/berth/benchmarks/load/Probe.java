package dev.berth.benchmarks.load;

import dev.berth.benchmarks.http.HttpAnswer;
import dev.berth.benchmarks.http.HttpConnection;
import java.io.IOException;

/** Asks a host once which version serves. */
public final class Probe {

    private static final int ID = 7;

    private Probe() {}

    /** Returns the version that answers one request over a fresh connection, or -1 when the answer is not right. */
    public static int version(int port) {
        try (HttpConnection connection = HttpConnection.open(port)) {
            HttpAnswer answer = connection.exchange(Exchange.ITEM.request(ID, 0).bytes(false));
            return answer.status() == 200
                    ? Exchange.ITEM.version(ID, answer.body()).orElse(-1)
                    : -1;
        } catch (IOException e) {
            return -1;
        }
    }
}
