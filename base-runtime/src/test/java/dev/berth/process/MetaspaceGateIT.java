package dev.berth.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.badinput.Answer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A biz that took more metaspace than is left is refused before it fills it. */
class MetaspaceGateIT {

    @TempDir
    private Path directory;

    @Test
    void bizWhoseClosedRevisionsFillTheMetaspaceIsRefusedUnlessForced() throws Exception {
        // Given
        Path end = directory.resolve("end");
        Path jar = LeakyJars.large("large", end, directory);
        List<String> small =
                List.of("-XX:MaxMetaspaceSize=130m", "-jar", BuiltJars.exec().toString());
        try (BaseProcess base = BaseProcess.start(
                directory.resolve("home"), small, "--berth.leak.verify-within=500ms", "--berth.leak.budget=100")) {
            // When
            Answer answer = Answer.of(base.admin().install(jar));
            for (int round = 0; round < 10 && answer.status() == 201; round++) {
                base.admin().uninstall("large");
                answer = Answer.of(base.admin().install(jar));
            }
            // Then
            assertThat(answer.code()).as(answer.toString()).isEqualTo("METASPACE_SHORT");
            assertThat(answer.message())
                    .matches("Biz 'large' took [0-9.]+ MB of metaspace before, and the base has [0-9.]+ MB left;"
                            + " closed revisions that are held: 'large:1\\.0\\.0#.*");
            assertThat(base.admin().install(LeakyJars.plain("other", directory)).statusCode())
                    .isEqualTo(201);
            assertThat(Answer.of(base.admin().install(jar)).code()).isEqualTo("METASPACE_SHORT");
            // When the threads let go, but nobody has collected yet; the JVM does so when it needs the room
            Files.createFile(end);
            Answer forced = Answer.of(base.admin().installByForce(jar));
            // Then
            assertThat(forced.status()).as(forced.message()).isEqualTo(201);
            // When
            base.admin().uninstall("large");
            Answer again = retried(base, jar);
            // Then
            assertThat(again.status()).as(again.message()).isEqualTo(201);
        }
    }

    /** When the threads have let go, a collection of anybody gives the room back. */
    private static Answer retried(BaseProcess base, Path jar) {
        Answer answer = Answer.of(base.admin().install(jar));
        for (int tries = 0; tries < 20 && answer.status() != 201; tries++) {
            base.admin().post("/v1/base/heap-dump");
            answer = Answer.of(base.admin().install(jar));
        }
        return answer;
    }
}
