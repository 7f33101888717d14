package dev.berth.calls;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** A base in this JVM, started as a user's application would become one. */
final class RunningBase implements AutoCloseable {

    private static final Pattern ADMIN_PORT = Pattern.compile("\"adminPort\"\\s*:\\s*(\\d+)");
    private static final int PAUSE_MILLIS = 50;
    private static final int PATIENCE = 1_200;

    private final Path home;
    private final ConfigurableApplicationContext context;

    private RunningBase(Path home, ConfigurableApplicationContext context) {
        this.home = home;
        this.context = context;
    }

    static RunningBase start(Path home) throws IOException, InterruptedException {
        ConfigurableApplicationContext context = new SpringApplication(Desk.class)
                .run(
                        "--server.port=0",
                        "--berth.admin.port=0",
                        "--berth.home=" + home,
                        "--berth.export.packages=dev.berth.calls.contract",
                        "--spring.main.banner-mode=off",
                        "--logging.level.root=warn");
        for (int i = 0; i < PATIENCE && !Files.exists(home.resolve("base.json")); i++) {
            Thread.sleep(PAUSE_MILLIS);
        }
        return new RunningBase(home, context);
    }

    /** Installs a biz and waits until it is active. */
    void install(Path jar) throws IOException, InterruptedException {
        Matcher port = ADMIN_PORT.matcher(Files.readString(home.resolve("base.json")));
        if (!port.find()) {
            throw new IOException("The base did not say its admin port");
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create(
                        "http://127.0.0.1:" + port.group(1) + "/v1/biz?wait=60s&fileName=" + jar.getFileName()))
                .header(
                        "Authorization",
                        "Bearer "
                                + Files.readString(home.resolve("admin.token")).strip())
                .header("Content-Type", "application/java-archive")
                .POST(HttpRequest.BodyPublishers.ofFile(jar))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
            throw new IOException("The biz was not installed: " + answer.body());
        }
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
