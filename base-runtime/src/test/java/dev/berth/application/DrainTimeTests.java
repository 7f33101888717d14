package dev.berth.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.berth.error.BerthException;
import dev.berth.lifecycle.BizStart;
import dev.berth.lifecycle.Revision;
import dev.berth.lifecycle.RevisionFixture;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class DrainTimeTests {

    private final Revision revision = RevisionFixture.staged("shop", 1);
    private final BizStart start = new BizStart(DrainTimeTests.class.getClassLoader());

    @Test
    void readWhenTheSettingIsATimeNotesIt() {
        // When
        read("2m");
        // Then
        assertThat(revision.drainTimeout()).contains(Duration.ofMinutes(2));
    }

    @Test
    void readWhenNothingIsSaidLeavesItToTheBase() {
        // When
        read(null);
        // Then
        assertThat(revision.drainTimeout()).isEmpty();
    }

    @Test
    void readWhenTheSettingIsNoTimeRefusesWithoutRepeatingIt() {
        assertThatExceptionOfType(BerthException.class)
                .isThrownBy(() -> read("secret"))
                .withMessage("Setting 'berth.drain-timeout' of biz 'shop:1.0' is not a time");
        assertThatExceptionOfType(BerthException.class).isThrownBy(() -> read("-1s"));
    }

    @Test
    void readWhenTheAttributeIsNoTimeShowsIt() {
        // Given
        Revision wrong = RevisionFixture.staged("shop", "1.0", 2, Map.of(DrainTime.ATTRIBUTE, "soon"));
        DrainTime.readFor(wrong, start);
        // When / Then
        assertThatExceptionOfType(BerthException.class)
                .isThrownBy(() -> start.apply(new StandardEnvironment()))
                .withMessage("Attribute 'Berth-Drain-Timeout: soon' of biz 'shop:1.0' is not a time");
    }

    private void read(String setting) {
        StandardEnvironment environment = new StandardEnvironment();
        if (setting != null) {
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource("test", Map.of(DrainTime.SETTING, setting)));
        }
        DrainTime.readFor(revision, start);
        start.apply(environment);
    }
}
