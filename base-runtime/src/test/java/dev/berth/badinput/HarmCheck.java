package dev.berth.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.bootstrap.RunningBase;
import dev.berth.testing.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import tools.jackson.databind.JsonNode;

/**
 * Gives each test a base with a biz that is called all the time, and asserts after the test that nothing was harmed: the
 * biz answered during and after, nothing of what the test sent is left (loader, thread, folder, open or half-written file,
 * context, entry in a registry), and a good jar installs.
 *
 * <p>A loader that is only softly reachable counts as left. What the test has installed is uninstalled first.
 */
final class HarmCheck implements BeforeEachCallback, AfterEachCallback {

    private static final String GOOD = "good";

    private static RunningBase shared;

    private Path jars;
    private Neighbour neighbour;
    private Traces before;
    private long loadersBefore;

    /** Returns the base: gives up hanging starts soon, and bears no held revision. */
    static synchronized RunningBase base() {
        if (shared == null) {
            try {
                Path home = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "it-bad-");
                shared = RunningBase.start(home, "--berth.biz.interrupt-grace=300ms", "--berth.leak.budget=0");
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        return shared;
    }

    /** Returns its admin API. */
    AdminApi admin() {
        return AdminApi.of(base());
    }

    /** Returns how many jars the store has. */
    int storedJars() {
        try (Stream<Path> stored = Files.list(base().home().resolve("artifacts/sha256"))) {
            return (int) stored.count();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        jars = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "it-good-");
        neighbour = Neighbour.of(base(), jars);
        assertThat(Eventually.holds(() -> neighbour.calls() > 1)).isTrue();
        before = settled();
        loadersBefore = Traces.loaders();
    }

    /** The record of an operation may still be on its way to the disk when its caller has the answer. */
    private Traces settled() {
        AtomicReference<Traces> traces = new AtomicReference<>(Traces.of(base()));
        Eventually.holds(() -> {
            traces.set(Traces.of(base()));
            return traces.get().halfWritten().isEmpty();
        });
        return traces.get();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        neighbour.close();
        assertThat(neighbour.failures()).as("Calls of the neighbour").isEmpty();
        assertThat(admin().probe("/livez").statusCode()).isEqualTo(200);
        assertThat(admin().probe("/readyz").statusCode()).isEqualTo(200);
        base().control().biz().stream()
                .filter(biz -> biz.state().equals("ACTIVE"))
                .map(biz -> biz.name().value())
                .filter(name -> !name.equals(Neighbour.NAME))
                .forEach(base()::uninstall);
        assertNothingIsLeft();
        assertGoodJarInstalls();
        assertNothingRuns();
    }

    private void assertNothingIsLeft() {
        AtomicReference<Traces> after = new AtomicReference<>();
        Eventually.holds(() -> {
            after.set(Traces.of(base()));
            return after.get().equals(before);
        });
        assertThat(after.get()).isEqualTo(before);
        Eventually.holds(() -> Traces.loaders() <= loadersBefore);
        assertThat(Traces.loaders()).as("Loaders").isLessThanOrEqualTo(loadersBefore);
    }

    private void assertGoodJarInstalls() {
        Answer installed = admin().install(Neighbour.jar(GOOD, jars));
        assertThat(installed.status()).as(installed.body().toString()).isEqualTo(201);
        assertThat(base().get("/good/hello").body()).isEqualTo("hello");
        assertThat(admin().uninstall(GOOD).status()).isEqualTo(200);
    }

    /** An operation that drains what another one has put aside may go on a little longer than that. */
    private void assertNothingRuns() {
        assertThat(Eventually.holds(() -> running().isEmpty()))
                .as("Running operations: " + running())
                .isTrue();
    }

    private List<JsonNode> running() {
        return admin().get("/v1/operations")
                .path("operations")
                .valueStream()
                .filter(operation -> operation.path("status").asString().equals("running"))
                .toList();
    }
}
