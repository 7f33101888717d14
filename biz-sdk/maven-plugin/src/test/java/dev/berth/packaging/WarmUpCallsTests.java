package dev.berth.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WarmUpCallsTests {

    @Test
    void parseTakesLinesAndSpacesAsTheyCome() throws MojoExecutionException {
        assertThat(WarmUpCalls.parse("\n  /items?page=1   200,\n  /health\n").attribute())
                .isEqualTo("/items?page=1 200, /health");
    }

    @ParameterizedTest
    @ValueSource(strings = {"items", "/items ok", "/items 20", "/a,,/b", "/a 200 300"})
    void parseWhenAnEntryIsNoCallRefuses(String text) {
        assertThatThrownBy(() -> WarmUpCalls.parse(text))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("is not a warm-up call");
    }
}
