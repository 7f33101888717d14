package dev.berth.ark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class JdkPackagesTests {

    @Test
    void containsWhenPackageIsOfTheCompilerKnowsItsLoader() throws ClassNotFoundException {
        // Given
        String name = "com.sun.source.tree";
        // When / Then
        assertThat(JdkPackages.contains(name)).isTrue();
        assertThat(JdkPackages.loader(name)
                        .loadClass(name + ".Tree")
                        .getModule()
                        .getName())
                .isEqualTo("jdk.compiler");
    }

    @Test
    void containsWhenPackageIsOfTheClassPathDoesNotKnowIt() {
        assertThat(JdkPackages.contains("org.junit.jupiter.api")).isFalse();
        assertThat(JdkPackages.contains("dev.berth.ark")).isFalse();
        assertThat(JdkPackages.contains("")).isFalse();
    }

    @Test
    void loaderWhenPackageIsOfNoModuleShowsNothingOfTheClassPath() {
        assertThatExceptionOfType(ClassNotFoundException.class)
                .isThrownBy(() -> JdkPackages.loader("dev.berth.ark").loadClass(JdkPackages.class.getName()));
    }
}
