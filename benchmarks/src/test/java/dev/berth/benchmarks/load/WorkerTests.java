package dev.berth.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkerTests {

    private final NewestVersion newest = new NewestVersion();
    private final Tally tally = new Tally();
    private final ReplaceWindow window = new ReplaceWindow(System::nanoTime);
    private volatile Runnable stop = () -> {};

    @ParameterizedTest
    @CsvSource({"SLOW, 1", "EVENTS, 1", "GET_KEPT, 0"})
    void replaceWhileASlowRequestIsUnderWayIsOutlasted(Traffic traffic, int outlasted) {
        // Given
        try (AnsweringServer server = new AnsweringServer(this::replaceOnceAndAnswer)) {
            Worker worker = worker(server, traffic);
            stop = worker::stop;
            // When
            worker.run();
        }
        // Then
        assertThat(tally.replacesOutlasted(traffic)).isEqualTo(outlasted);
    }

    @ParameterizedTest
    @CsvSource({"SLOW", "EVENTS"})
    void replaceThatBeganBeforeTheRequestIsNotOutlasted(Traffic traffic) {
        // Given
        window.open();
        try (AnsweringServer server = new AnsweringServer(this::endAndAnswer)) {
            Worker worker = worker(server, traffic);
            stop = worker::stop;
            // When
            worker.run();
        }
        // Then
        assertThat(tally.replacesOutlasted(traffic)).isZero();
    }

    private int replaceOnceAndAnswer() {
        window.open();
        return endAndAnswer();
    }

    private int endAndAnswer() {
        window.close();
        stop.run();
        return 1;
    }

    private Worker worker(AnsweringServer server, Traffic traffic) {
        Sender sender = new Sender(server.port(), traffic, newest, tally, new SlowTime());
        return new Worker(sender, traffic, 0, tally, window);
    }
}
