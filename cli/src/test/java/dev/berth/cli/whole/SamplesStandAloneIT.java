package dev.berth.cli.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The samples are ordinary applications: they also run by {@code java -jar}. */
class SamplesStandAloneIT {

    private static final Pattern STARTED = Pattern.compile("Tomcat started on port (\\d+)");
    private static final Duration START = Duration.ofSeconds(60);

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "sample-biz/catalog/target/catalog-1.0.0.jar, /api/products, Assam",
        "sample-biz/pricing/target/pricing-1.0.0.jar, /api/prices/TEA-001, unitPrice"
    })
    void sampleRunsByItself(String jar, String path, String expected) throws Exception {
        // Given
        Path log = directory.resolve("log.txt");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        Shell.root().resolve(jar).toString(),
                        "--server.port=0"))
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            // When
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port(process, log) + path))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            // Then
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains(expected);
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private static String port(Process process, Path log) throws Exception {
        Instant deadline = Instant.now().plus(START);
        while (Instant.now().isBefore(deadline) && process.isAlive()) {
            Matcher started = STARTED.matcher(Files.readString(log));
            if (started.find()) {
                return started.group(1);
            }
            Thread.sleep(50);
        }
        throw new IllegalStateException("The sample did not start:\n" + Files.readString(log));
    }
}
