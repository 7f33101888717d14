package dev.berth.cli;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class CliArchitectureTests {

    private static final int CLASSES_AT_LEAST = 60;

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.berth.cli");

    @Test
    void importWhenRunSeesTheClasses() {
        // Given / When / Then
        assertThat(classes).hasSizeGreaterThan(CLASSES_AT_LEAST);
    }

    @Test
    void packagesWhenSlicedHaveNoCycles() {
        // Given / When / Then
        slices().matching("dev.berth.cli.(*)..").should().beFreeOfCycles().check(classes);
    }

    @Test
    void packagesWhenLayeredSeeOnlyWhatTheirRowNames() {
        // Given
        var law = layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("dev.berth..")
                .layer("start")
                .definedBy("dev.berth.cli")
                .layer("command")
                .definedBy("dev.berth.cli.command")
                .layer("demo")
                .definedBy("dev.berth.cli.demo")
                .layer("process")
                .definedBy("dev.berth.cli.process")
                .layer("client")
                .definedBy("dev.berth.cli.client")
                .layer("leak")
                .definedBy("dev.berth.cli.leak")
                .layer("home")
                .definedBy("dev.berth.cli.home")
                .layer("output")
                .definedBy("dev.berth.cli.output")
                .layer("json")
                .definedBy("dev.berth.cli.json")
                .layer("error")
                .definedBy("dev.berth.cli.error")
                .ensureAllClassesAreContainedInArchitecture();

        // When / Then
        law.whereLayer("start")
                .mayOnlyAccessLayers("command", "process", "output")
                .whereLayer("command")
                .mayOnlyAccessLayers("demo", "process", "client", "leak", "home", "output", "json", "error")
                .whereLayer("demo")
                .mayOnlyAccessLayers("process", "client", "home", "output", "error")
                .whereLayer("process")
                .mayOnlyAccessLayers("client", "home", "error")
                .whereLayer("client")
                .mayOnlyAccessLayers("home", "json", "error")
                .whereLayer("leak")
                .mayOnlyAccessLayers("error")
                .whereLayer("home")
                .mayOnlyAccessLayers("json", "error")
                .whereLayer("output")
                .mayOnlyAccessLayers("json", "error")
                .whereLayer("json")
                .mayOnlyAccessLayers("error")
                .whereLayer("error")
                .mayNotAccessAnyLayer()
                .check(classes);
    }
}
