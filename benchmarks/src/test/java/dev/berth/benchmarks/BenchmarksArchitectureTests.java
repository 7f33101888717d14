package dev.berth.benchmarks;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class BenchmarksArchitectureTests {

    private static final int CLASSES_AT_LEAST = 40;

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.berth.benchmarks");

    @Test
    void importWhenRunSeesTheClasses() {
        // Given / When / Then
        assertThat(classes).hasSizeGreaterThan(CLASSES_AT_LEAST);
    }

    @Test
    void packagesWhenLayeredSeeOnlyWhatTheirRowNames() {
        // Given
        var law = layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("dev.berth..")
                .layer("command")
                .definedBy("dev.berth.benchmarks")
                .layer("scenario")
                .definedBy("dev.berth.benchmarks.scenario")
                .layer("host")
                .definedBy("dev.berth.benchmarks.host")
                .layer("load")
                .definedBy("dev.berth.benchmarks.load")
                .layer("http")
                .definedBy("dev.berth.benchmarks.http")
                .layer("report")
                .definedBy("dev.berth.benchmarks.report")
                .layer("measure")
                .definedBy("dev.berth.benchmarks.measure")
                .ensureAllClassesAreContainedInArchitecture();
        // When / Then
        law.whereLayer("command")
                .mayOnlyAccessLayers("scenario", "host", "report")
                .whereLayer("scenario")
                .mayOnlyAccessLayers("host", "load", "report", "measure")
                .whereLayer("host")
                .mayOnlyAccessLayers("http", "measure")
                .whereLayer("load")
                .mayOnlyAccessLayers("http", "measure")
                .whereLayer("http")
                .mayNotAccessAnyLayer()
                .whereLayer("report")
                .mayOnlyAccessLayers("measure")
                .whereLayer("measure")
                .mayNotAccessAnyLayer()
                .check(classes);
    }
}
