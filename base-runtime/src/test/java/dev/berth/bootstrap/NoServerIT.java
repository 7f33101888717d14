package dev.berth.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.standalone.DefaultBase;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** An application that opens no port, as Spring Boot's tests with a mock environment, is left alone. */
class NoServerIT {

    @Test
    void applicationWithANegativePortIsNoBase(@TempDir Path directory) {
        // Given
        Path home = directory.resolve("home");
        // When
        try (ConfigurableApplicationContext context = SpringApplication.run(
                DefaultBase.class, "--server.port=-1", "--spring.main.banner-mode=off", "--berth.home=" + home)) {
            // Then
            assertThat(context.isActive()).isTrue();
            assertThat(home).doesNotExist();
        }
    }
}
