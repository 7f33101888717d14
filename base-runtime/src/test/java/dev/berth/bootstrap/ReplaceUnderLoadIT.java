package dev.berth.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.control.Operation;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Replaces and rollbacks under load: no call fails, and none that comes after the answer meets the version before. */
class ReplaceUnderLoadIT {

    private static final int REPLACES = 8;

    private final RunningBase base = RunningBase.shared();
    private final HttpClient keepAlive = HttpClient.newHttpClient();

    /** The number of the version that is active for sure. */
    private final AtomicInteger atLeast = new AtomicInteger();

    private final AtomicInteger answers = new AtomicInteger();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private volatile boolean stop;

    @TempDir
    Path directory;

    @AfterEach
    void uninstallAll() {
        base.uninstallAll();
    }

    @Test
    void replaceUnderLoadLosesNoCall() throws Exception {
        // Given
        replaceBy(1);
        List<Thread> clients = new ArrayList<>();
        clients.add(client(() -> kept("/shop/version", "")));
        clients.add(client(() -> kept("/shop/echo", "a body")));
        clients.add(client(() -> kept("/shop/slow?millis=400", "")));
        clients.add(client(() -> fresh("/shop/version", "")));
        clients.add(client(() -> fresh("/shop/echo", "another body")));
        clients.add(client(() -> fresh("/shop/async?millis=100", "")));
        clients.forEach(Thread::start);
        // When
        for (int number = 2; number <= REPLACES; number++) {
            replaceBy(number);
            Thread.sleep(100);
        }
        stop = true;
        for (Thread client : clients) {
            client.join();
        }
        // Then
        assertThat(wrong).isEmpty();
        assertThat(answers.get()).isGreaterThan(100);
    }

    @Test
    void rollbackUnderLoadLosesNoCall() throws Exception {
        // Given
        replaceBy(1);
        replaceBy(2);
        atLeast.set(1);
        List<Thread> clients = List.of(
                client(() -> kept("/shop/version", "")),
                client(() -> kept("/shop/slow?millis=200", "")),
                client(() -> fresh("/shop/echo", "a body")));
        clients.forEach(Thread::start);
        // When
        for (int round = 0; round < 20; round++) {
            Operation back = base.await(base.control().rollback(new dev.berth.biz.BizName("shop")));
            assertThat(back.problem()).isEmpty();
            Operation forward = base.install(VersionedBiz.jar(directory, "shop", "2"));
            assertThat(forward.problem()).isEmpty();
        }
        stop = true;
        for (Thread client : clients) {
            client.join();
        }
        // Then
        assertThat(wrong).isEmpty();
        assertThat(answers.get()).isGreaterThan(20);
    }

    private void replaceBy(int number) {
        Operation replaced = base.install(VersionedBiz.jar(directory, "shop", Integer.toString(number)));
        assertThat(replaced.problem()).isEmpty();
        atLeast.set(number);
    }

    private Thread client(Callable<String> call) {
        return new Thread(() -> {
            while (!stop) {
                int least = atLeast.get();
                try {
                    check(call.call(), least);
                } catch (Exception failure) {
                    wrong.add(failure.toString());
                }
            }
        });
    }

    private void check(String answer, int least) {
        answers.incrementAndGet();
        String version = answer.split(":")[0];
        if (!version.matches("\\d+") || Integer.parseInt(version) < least) {
            wrong.add("Answer '" + answer + "' while version " + least + " was active");
        }
    }

    private String kept(String path, String body) throws Exception {
        URI uri = base.uri(path);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(20));
        HttpResponse<String> answer = keepAlive.send(
                body.isEmpty()
                        ? request.build()
                        : request.POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                HttpResponse.BodyHandlers.ofString());
        return expected(answer.statusCode() == 200 ? answer.body() : "status " + answer.statusCode(), body);
    }

    /** One connection a call, closed by the server. */
    private String fresh(String path, String body) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", base.server().port())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write(((body.isEmpty() ? "GET " : "POST ") + path
                            + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + "Content-Length: "
                            + body.length() + "\r\n\r\n" + body)
                    .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int head = answer.indexOf("\r\n\r\n");
            if (!answer.startsWith("HTTP/1.1 200") || head < 0) {
                return "answer '" + answer + "'";
            }
            return expected(unchunked(answer, answer.substring(head + 4)), body);
        }
    }

    private static String unchunked(String answer, String body) {
        if (!answer.contains("Transfer-Encoding: chunked")) {
            return body;
        }
        String[] lines = body.split("\r\n");
        return lines.length > 1 ? lines[1] : body;
    }

    private static String expected(String answer, String sent) {
        return sent.isEmpty() || answer.endsWith(":" + sent) ? answer : "not what was sent: " + answer;
    }
}
