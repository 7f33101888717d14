package dev.berth.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.artifact.Announced;
import dev.berth.artifact.ArchiveLimits;
import dev.berth.artifact.Artifact;
import dev.berth.artifact.ArtifactStore;
import dev.berth.lifecycle.RevisionRegistry;
import dev.berth.store.WantedStateStore;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A jar that was sent is there for its install, whatever ends meanwhile. */
class StagedJarsTests {

    private static final int ROUNDS = 300;
    private static final byte[] JAR = {1, 2, 3};

    private final ExecutorService other = Executors.newSingleThreadExecutor();

    @TempDir
    private Path home;

    private ArtifactStore store;
    private StagedJars jars;

    @BeforeEach
    void open() {
        store = new ArtifactStore(home, ArchiveLimits.defaults());
        Wanted wanted = new Wanted(new WantedStateStore(home, Clock.systemUTC()), store);
        jars = new StagedJars(store, new RevisionRegistry(), wanted);
    }

    @AfterEach
    void shutDown() {
        other.shutdownNow();
    }

    @Test
    void jarWhoseInstallHasFailedIsNotKept() {
        // Given
        Artifact sent = send();
        // When
        jars.installEnded(sent.digest());
        // Then
        assertThat(store.find(sent.digest())).isEmpty();
    }

    @Test
    void jarThatIsSentWhileAnInstallOfItEndsStays() throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        for (int round = 0; round < ROUNDS; round++) {
            // Given
            Artifact first = send();
            Future<?> end = other.submit(() -> {
                together.await();
                jars.installEnded(first.digest());
                return null;
            });
            // When
            together.await();
            Artifact second = send();
            end.get();
            // Then
            assertThat(store.find(second.digest())).as("Round " + round).isPresent();
            jars.installEnded(second.digest());
        }
    }

    private Artifact send() {
        return jars.add(new ByteArrayInputStream(JAR), Announced.nothing());
    }
}
