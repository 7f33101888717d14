package dev.berth.test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** A user's module has libraries of its own: whatever the kit brought along would meet them. */
class KitArchitectureTests {

    private static final int CLASSES_AT_LEAST = 15;

    private final JavaClasses kit = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.berth.test");

    @Test
    void importWhenRunSeesTheClasses() {
        assertThat(kit).hasSizeGreaterThan(CLASSES_AT_LEAST);
    }

    @Test
    void kitKnowsJUnitsApiAndTheJdkAlone() {
        classes()
                .that()
                .resideInAPackage("dev.berth.test")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "dev.berth.test",
                        "java..",
                        "com.sun.management",
                        "org.junit.jupiter.api..",
                        "org.junit.platform.commons.support",
                        "org.jspecify.annotations")
                .check(kit);
    }

    @Test
    void partInsideTheBaseKnowsTheBasesLibrariesAndNotTheKit() {
        classes()
                .that()
                .resideInAPackage("dev.berth.test.inside")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "dev.berth.test.inside",
                        "java..",
                        "org.springframework..",
                        "org.apache.catalina.webresources",
                        "tools.jackson..",
                        "org.jspecify.annotations")
                .check(kit);
    }
}
