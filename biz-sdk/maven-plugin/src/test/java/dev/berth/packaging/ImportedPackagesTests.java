package dev.berth.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportedPackagesTests {

    @Test
    void parseKeepsTheOrderAndLeavesBlanksOut() throws Exception {
        assertThat(ImportedPackages.parse(" com.acme.sdk ,\n com.acme.other.* ").attribute())
                .contains("com.acme.sdk,com.acme.other.*");
        assertThat(ImportedPackages.parse("").attribute()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"com.acme.", "com..acme", "*", "com.*.acme", "com acme", "1.acme"})
    void parseWhenAnEntryIsNoPackageRefuses(String text) {
        assertThatThrownBy(() -> ImportedPackages.parse("com.acme," + text))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("'" + text + "'");
    }
}
