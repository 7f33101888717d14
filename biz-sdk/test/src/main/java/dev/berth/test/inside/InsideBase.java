package dev.berth.test.inside;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.apache.catalina.webresources.TomcatURLStreamHandlerFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplicationRunListener;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs the default base and speaks to its admin API, with the base's own libraries.
 *
 * <p>Is loaded by the loader of the base and used through JDK types alone, since the test has other libraries. The
 * function takes a request ({@code method}, {@code path}, and {@code jar} as a path or none) and returns the answer
 * ({@code status}, {@code body}). Safe for use by many threads.
 */
public final class InsideBase implements Function<Map<String, Object>, Map<String, Object>>, AutoCloseable {

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
    private static final Duration READY_WITHIN = Duration.ofMinutes(1);
    private static final long LOOK_EVERY_MILLIS = 10;

    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient http = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;
    private final Map<String, Object> descriptor;
    private final String token;

    /**
     * Starts the base and returns when it is ready.
     *
     * @param home its home, an empty folder
     * @param arguments Spring Boot's options
     */
    public InsideBase(Path home, String[] arguments) throws Exception {
        // Tomcat's factory could be set once in a JVM: the next base would not start, and the test could set none
        // itself
        TomcatURLStreamHandlerFactory.disable();
        this.context = start(arguments);
        boolean ready = false;
        try {
            this.descriptor = json.readValue(Files.readString(await(home.resolve("base.json"))), OBJECT);
            this.token = Files.readString(home.resolve("admin.token")).strip();
            ready = true;
        } finally {
            if (!ready) {
                context.close();
            }
        }
    }

    private static ConfigurableApplicationContext start(String[] arguments) throws Exception {
        AtomicReference<ConfigurableApplicationContext> opened = new AtomicReference<>();
        SpringApplicationRunListener capture = new SpringApplicationRunListener() {
            @Override
            public void ready(ConfigurableApplicationContext ready, @Nullable Duration timeTaken) {
                opened.compareAndSet(null, ready);
            }
        };
        Class<?> main = Class.forName("dev.berth.standalone.DefaultBase");
        SpringApplication.withHook(application -> capture, (SpringApplicationRun)
                () -> main.getMethod("main", String[].class).invoke(null, (Object) arguments));
        ConfigurableApplicationContext context = opened.get();
        if (context == null) {
            throw new IllegalStateException("The base ended before it was ready");
        }
        return context;
    }

    private static Path await(Path file) throws InterruptedException {
        long end = System.nanoTime() + READY_WITHIN.toNanos();
        while (!Files.exists(file)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("The base was not ready after " + READY_WITHIN.toSeconds() + " s");
            }
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
        return file;
    }

    /** Returns what {@code base.json} says: ports, process, version. */
    public Map<String, Object> descriptor() {
        return descriptor;
    }

    @Override
    public Map<String, Object> apply(Map<String, Object> request) {
        try {
            URI uri = URI.create("http://127.0.0.1:" + descriptor.get("adminPort") + request.get("path"));
            HttpRequest.Builder builder = HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + token);
            if (request.get("jar") instanceof Path jar) {
                builder.header("Content-Type", "application/java-archive");
                builder.method((String) request.get("method"), BodyPublishers.ofFile(jar));
            } else {
                builder.method((String) request.get("method"), BodyPublishers.noBody());
            }
            HttpResponse<String> response = http.send(builder.build(), HttpResponse.BodyHandlers.ofString());
            Map<String, Object> answer = new HashMap<>();
            answer.put("status", response.statusCode());
            answer.put("body", response.body().isBlank() ? Map.of() : json.readValue(response.body(), OBJECT));
            return answer;
        } catch (IOException failure) {
            throw new IllegalStateException("The admin API of the base does not answer", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The call of the admin API was interrupted", interrupted);
        }
    }

    @Override
    public void close() {
        context.close();
    }

    /** Lets the main throw what it likes where a Runnable is wanted. */
    private interface SpringApplicationRun extends Runnable {

        void runMain() throws Exception;

        @Override
        default void run() {
            try {
                runMain();
            } catch (Exception failure) {
                throw new IllegalStateException("The base did not start", failure);
            }
        }
    }
}
