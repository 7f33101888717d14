package dev.berth.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.berth.packaging.BaseLibraries.Provided;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;

class SlimPlanTests {

    private static final BaseLibraries BASE = new BaseLibraries(
            "the base",
            Stream.of(
                            "org.springframework.boot:spring-boot:4.1.1",
                            "org.springframework:spring-core:7.0.9",
                            "tools.jackson.core:jackson-core:3.1.5",
                            "com.acme:greetings:2.1.0")
                    .map(SlimPlanTests::coordinates)
                    .map(Provided::of)
                    .toList());

    @Test
    void libraryThatTheBaseHasIsShared() {
        assertThat(plan("com.acme:greetings:2.0.0").shared())
                .extracting(Library::toString)
                .containsExactly("com.acme:greetings:2.0.0");
    }

    @Test
    void libraryThatTheBaseLacksIsBrought() {
        assertThat(plan("com.acme:farewells:1.0").brought())
                .extracting(SlimPlan.Mismatch::toString)
                .containsExactly("com.acme:farewells:1.0 (the base has none)");
    }

    @Test
    void libraryThatIsNewerThanTheBasesIsBrought() {
        assertThat(plan("com.acme:greetings:2.2.0").brought())
                .extracting(SlimPlan.Mismatch::toString)
                .containsExactly("com.acme:greetings:2.2.0 (the base has 2.1.0)");
    }

    @Test
    void libraryOfAnotherGroupIsBrought() {
        assertThat(plan("com.fasterxml.jackson.core:jackson-core:3.1.5").shared())
                .isEmpty();
    }

    @Test
    void libraryWhoseNameTheBasesBeginsWithIsBrought() {
        assertThat(plan("org.springframework:spring:7.0.9").shared()).isEmpty();
    }

    @Test
    void libraryWithAClassifierIsBrought() {
        // Given
        Library library = new Library(coordinates("com.acme:greetings:2.1.0"), Optional.of("linux"), Path.of("x.jar"));

        // When
        SlimPlan plan = SlimPlan.of(List.of(library), BASE);

        // Then
        assertThat(plan.brought()).extracting(SlimPlan.Mismatch::library).containsExactly(library);
    }

    @Test
    void springNewerThanTheBasesIsRefusedWithAllVersionsAndTheRemedy() {
        // Given
        SlimPlan plan = plan("org.springframework.boot:spring-boot:4.2.0", "org.springframework:spring-core:7.1.0");

        // When, Then
        assertThatExceptionOfType(MojoExecutionException.class)
                .isThrownBy(() -> plan.requireFit("the base"))
                .withMessageContaining("org.springframework.boot:spring-boot:4.2.0 (the base has 4.1.1)")
                .withMessageContaining("org.springframework:spring-core:7.1.0 (the base has 7.0.9)")
                .withMessageContaining("-Dberth.base");
    }

    @Test
    void springBootOfAnOlderMajorIsRefused() {
        assertThat(plan("org.springframework.boot:spring-boot:3.5.0").unfit()).hasSize(1);
    }

    @Test
    void bootModuleThatTheBaseLacksIsBroughtIfItFitsTheBasesBoot() {
        // When
        SlimPlan plan = plan("org.springframework.boot:spring-boot-quartz:4.1.1");

        // Then
        assertThat(plan.brought()).hasSize(1);
        assertThatNoException().isThrownBy(() -> plan.requireFit("the base"));
    }

    @Test
    void bootModuleThatTheBaseLacksIsRefusedIfItIsNewerThanTheBasesBoot() {
        assertThat(plan("org.springframework.boot:spring-boot-quartz:4.2.0").unfit())
                .extracting(SlimPlan.Mismatch::toString)
                .containsExactly("org.springframework.boot:spring-boot-quartz:4.2.0 (the base has 4.1.1)");
    }

    private static SlimPlan plan(String... libraries) {
        return SlimPlan.of(
                Stream.of(libraries)
                        .map(SlimPlanTests::coordinates)
                        .map(coordinates -> new Library(coordinates, Optional.empty(), Path.of("x.jar")))
                        .toList(),
                BASE);
    }

    private static Coordinates coordinates(String text) {
        String[] parts = text.split(":", -1);
        return new Coordinates(parts[0], parts[1], parts[2]);
    }
}
