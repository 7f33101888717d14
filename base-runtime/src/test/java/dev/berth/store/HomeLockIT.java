package dev.berth.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeLockIT {

    @TempDir
    Path home;

    @Test
    void acquireWhenAnotherProcessHasItRefusesUntilThatIsKilled() throws Exception {
        // Given
        Process holder = startHolder();
        try {
            // When / Then
            assertThatExceptionOfType(BerthException.class)
                    .isThrownBy(() -> HomeLock.acquire(home))
                    .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.HOME_IN_USE));
        } finally {
            holder.destroyForcibly();
        }
        assertThat(holder.waitFor(10, TimeUnit.SECONDS)).isTrue();
        try (HomeLock lock = HomeLock.acquire(home)) {
            assertThat(lock).isNotNull();
        }
    }

    private Process startHolder() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        home.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output = process.inputReader();
        String line = output.readLine();
        while (line != null && !line.equals(Holder.HELD)) {
            line = output.readLine();
        }
        assertThat(line).isEqualTo(Holder.HELD);
        return process;
    }

    /** A process that takes a home and keeps it. */
    static final class Holder {

        static final String HELD = "held";

        public static void main(String[] arguments) throws InterruptedException {
            try (HomeLock lock = HomeLock.acquire(Path.of(arguments[0]))) {
                System.out.println(HELD);
                Thread.sleep(60_000);
                lock.close();
            }
        }
    }
}
