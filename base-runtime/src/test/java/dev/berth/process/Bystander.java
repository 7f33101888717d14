package dev.berth.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.testing.Eventually;
import dev.berth.testing.LiveObjects;
import dev.berth.testing.OpenFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A good biz in a base of its own process that is called all the time while something bad happens to the base.
 *
 * <p>{@link #assertUnharmed()} says that each call went well, that nothing but this biz is in the base, in its threads, its
 * heap and the folders of its home, and that a good jar installs.
 */
final class Bystander implements AutoCloseable {

    private static final long PAUSE_MILLIS = 20;
    private static final String LOADER = "dev.berth.ark.RevisionClassLoader";

    private final BaseProcess base;
    private final Path good;
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final AtomicInteger calls = new AtomicInteger();
    private final Thread caller = new Thread(this::call, "test-bystander");
    private volatile boolean ended;

    /** Installs it and begins to call it. */
    Bystander(BaseProcess base, Path directory) {
        this.base = base;
        this.good = jar("good", directory);
        assertThat(base.admin().install(jar("bystander", directory)).statusCode())
                .isEqualTo(201);
        caller.setDaemon(true);
        caller.start();
        assertThat(Eventually.holds(() -> calls.get() > 5)).isTrue();
    }

    private static Path jar(String name, Path directory) {
        return Programs.slim(name, directory);
    }

    private void call() {
        while (!ended) {
            try {
                HttpResponse<String> answer = base.get("/bystander/hello");
                if (answer.statusCode() != 200) {
                    failures.add(answer.statusCode() + " " + answer.body());
                }
                calls.incrementAndGet();
                Thread.sleep(PAUSE_MILLIS);
            } catch (RuntimeException failure) {
                failures.add(failure.toString());
            } catch (InterruptedException interrupted) {
                return;
            }
        }
    }

    void assertUnharmed() {
        close();
        assertThat(failures).as("Calls that failed").isEmpty();
        assertThat(calls).hasPositiveValue();
        assertThat(base.admin().anonymous("/readyz").statusCode()).isEqualTo(200);
        assertThat(base.admin().names()).containsExactly("bystander");
        assertThat(children("work/revisions")).hasSize(1);
        assertThat(Eventually.holds(() -> halfWritten().isEmpty()))
                .as("Half-written files")
                .isTrue();
        assertThat(openFiles()).as("Open files of biz").isEmpty();
        assertThat(Eventually.holds(() -> loaders() == 1)).as("One loader").isTrue();
        assertThat(jcmd("Thread.print").lines().filter(line -> line.startsWith("\"biz-")))
                .isEmpty();
        assertGoodJarInstalls();
    }

    private void assertGoodJarInstalls() {
        HttpResponse<String> installed = base.admin().install(good);
        assertThat(installed.statusCode()).as(installed.body()).isEqualTo(201);
        assertThat(base.get("/good/hello").statusCode()).isEqualTo(200);
        assertThat(base.admin().uninstall("good").statusCode()).isEqualTo(200);
    }

    private long loaders() {
        return LiveObjects.count(jcmd("GC.class_histogram"), LOADER);
    }

    private List<Path> children(String folder) {
        try (Stream<Path> files = Files.list(base.home().resolve(folder))) {
            return files.toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private List<Path> halfWritten() {
        List<Path> found = new ArrayList<>();
        for (String folder : List.of(".", "artifacts/sha256", "artifacts/lib", "operations")) {
            children(folder).stream()
                    .filter(file -> file.getFileName().toString().matches("\\.incoming-.*|.*\\.tmp"))
                    .forEach(found::add);
        }
        return found;
    }

    /** Its own classes lie in a folder and its libraries are the base's, so that it has none open itself. */
    private List<String> openFiles() {
        return OpenFiles.of(base.process().pid()).stream()
                .filter(file -> Stream.of("work/revisions", "artifacts")
                        .anyMatch(folder ->
                                file.startsWith(base.home().resolve(folder).toString())))
                .toList();
    }

    private String jcmd(String command) {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        try {
            Process process = new ProcessBuilder(
                            jcmd.toString(), Long.toString(base.process().pid()), command)
                    .redirectErrorStream(true)
                    .start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        ended = true;
        try {
            caller.join(10_000);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
