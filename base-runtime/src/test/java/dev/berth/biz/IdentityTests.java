package dev.berth.biz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.berth.error.BerthException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTests {

    @ParameterizedTest
    @ValueSource(strings = {"a", "catalog", "Catalog_2", "x.y-z", "0"})
    void namesThatFit(String name) {
        assertThatNoException().isThrownBy(() -> new BizName(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-a", ".a", "a/b", "a\\b", "a..b", "../a", "ä", "a b", "a\nb", "a%2e"})
    void namesThatDoNotFit(String name) {
        assertThatExceptionOfType(BerthException.class)
                .isThrownBy(() -> new BizName(name))
                .withMessageNotContaining("\n");
    }

    @Test
    void longNameIsCutInTheMessage() {
        assertThatExceptionOfType(BerthException.class)
                .isThrownBy(() -> new BizName("x".repeat(10_000)))
                .satisfies(error -> assertThat(error.getMessage()).hasSizeLessThan(200));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a", "/a/b", "/a.b/c-d_e~f"})
    void pathsThatFit(String path) {
        assertThat(new ContextPath(path)).hasToString(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "/", "a", "/a/", "//a", "/../a", "/a/..", "/a/./b", "/a/.", "/a b", "/a?b", "/a;b", "/ä"})
    void pathsThatDoNotFit(String path) {
        assertThatExceptionOfType(BerthException.class).isThrownBy(() -> new ContextPath(path));
    }

    @Test
    void pathsAreReadAsPeopleWriteThem() {
        assertThat(ContextPath.parse(" shop/ ")).isEqualTo(new ContextPath("/shop"));
    }

    @Test
    void folderOfARevisionIsOneSafeName() {
        // Given
        RevisionId id = new RevisionId(new BizId(new BizName("a.b"), new BizVersion("1.0+build.5")), 7);
        // Then
        assertThat(id).hasToString("a.b:1.0+build.5#7");
        assertThat(id.folderName()).isEqualTo("a.b-1.0_build.5-7");
    }
}
