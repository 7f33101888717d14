package dev.berth.admin;

import static dev.berth.admin.AdminFixture.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import dev.berth.store.AdminToken;
import dev.berth.testing.Eventually;
import dev.berth.web.RefusalPages;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.management.ObjectName;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;

@Timeout(60)
class AdminLifecycleIT {

    @TempDir
    Path home;

    @BeforeAll
    static void startAServerLikeTheBases() {
        WebServer base = new TomcatServletWebServerFactory(0).getWebServer();
        base.start();
        base.stop();
        base.destroy();
    }

    @Test
    void closeLeavesNoThreadAndNoOpenPort() throws Exception {
        // Given
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        AdminServer server = start(0);
        int port = server.port();
        List<Thread> threads = newThreads(before);
        // When
        server.close();
        server.close();
        // Then
        assertThat(threads).isNotEmpty();
        // Its own shut-down thread comes and goes with the close
        assertThat(Eventually.holds(() -> newThreads(before).isEmpty()))
                .as(() -> newThreads(before).toString())
                .isTrue();
        assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> connect(port));
    }

    @Test
    void threadsHaveTheLoaderOfTheBaseWhoeverStartsThem() throws Exception {
        // Given
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        Thread current = Thread.currentThread();
        ClassLoader own = current.getContextClassLoader();
        try (URLClassLoader foreign = new URLClassLoader(new URL[0], own)) {
            current.setContextClassLoader(foreign);
            // When
            try (AdminServer server = start(0)) {
                // Then
                connect(server.port());
                assertThat(current.getContextClassLoader()).isSameAs(foreign);
                assertThat(newThreads(before))
                        .isNotEmpty()
                        .noneMatch(thread -> thread.getContextClassLoader() == foreign);
            }
            assertThat(current.getContextClassLoader()).isSameAs(foreign);
        } finally {
            current.setContextClassLoader(own);
        }
    }

    @Test
    void startKeepsFewThreads() throws Exception {
        // Given
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        // When
        try (AdminServer server = start(0)) {
            // Then
            assertThat(server.port()).isPositive();
            assertThat(newThreads(before)).hasSizeLessThanOrEqualTo(6);
        }
    }

    @Test
    void startWhenPortIsInUseRefuses() throws Exception {
        // Given
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // When / Then
            assertThatExceptionOfType(BerthException.class)
                    .isThrownBy(() -> start(other.getLocalPort()))
                    .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.BASE_START_FAILED))
                    .withMessage("The admin port " + other.getLocalPort() + " is in use");
        }
        for (Thread thread : newThreads(before)) {
            thread.join(5_000);
        }
        assertThat(newThreads(before)).isEmpty();
    }

    @Test
    void closeAnswersThoseWhoWait() throws Exception {
        // Given
        AdminFixture admin = new AdminFixture();
        admin.control.outcome = UnaryOperator.identity();
        CompletableFuture<HttpResponse<String>> waiter = CompletableFuture.supplyAsync(() -> {
            try {
                return admin.send(admin.upload("/v1/biz?wait=10m", new byte[1]));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(admin.control.waiterCame.await(20, TimeUnit.SECONDS)).isTrue();
        long begun = System.nanoTime();
        // When
        admin.close();
        // Then
        HttpResponse<String> answer = waiter.get(20, TimeUnit.SECONDS);
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(json(answer).path("status").asString()).isEqualTo("running");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void startRegistersNoManagementBeans() throws Exception {
        // Given
        Set<ObjectName> before = ManagementFactory.getPlatformMBeanServer().queryNames(null, null);
        // When
        try (AdminServer server = start(0)) {
            // Then
            assertThat(server.port()).isPositive();
            assertThat(ManagementFactory.getPlatformMBeanServer().queryNames(null, null))
                    .isEqualTo(before);
        }
    }

    private AdminServer start(int port) {
        return AdminServer.start(
                AdminSettings.loopback(port, home.resolve("other")),
                new FakeBaseControl(),
                AdminToken.open(home),
                new Readiness(),
                RefusalPages::new);
    }

    private static void connect(int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            assertThat(socket.isConnected()).isTrue();
        }
    }

    private static List<Thread> newThreads(Set<Thread> before) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !before.contains(thread) && thread.isAlive())
                .collect(Collectors.toList());
    }
}
