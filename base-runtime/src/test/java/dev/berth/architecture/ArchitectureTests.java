package dev.berth.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The law about packages: who may see whom. docs/architecture.md explains it. */
class ArchitectureTests {

    private static final String ROOT = "dev.berth.";
    private static final Path SOURCES = Path.of("src/main/java");

    /** What every package may see beside its row. */
    private static final Set<String> FOR_ALL = Set.of("biz", "error", "api", "api.spi");

    private static final Map<String, Set<String>> SEES = new LinkedHashMap<>();

    static {
        SEES.put("error", Set.of());
        SEES.put("biz", Set.of());
        SEES.put("launch", Set.of());
        SEES.put("agent", Set.of());
        SEES.put("standalone", Set.of());
        SEES.put("store", Set.of());
        SEES.put("artifact", Set.of());
        SEES.put("linkage", Set.of("artifact"));
        SEES.put("broker", Set.of());
        SEES.put("lifecycle", Set.of("linkage"));
        SEES.put("application", Set.of("lifecycle"));
        SEES.put("beans", Set.of("lifecycle", "linkage", "artifact"));
        SEES.put("logging", Set.of("lifecycle", "leak.cleaner"));
        SEES.put("leak", Set.of("lifecycle", "leak.cleaner"));
        SEES.put("leak.cleaner", Set.of());
        SEES.put("meter", Set.of("lifecycle"));
        SEES.put("spi", Set.of("lifecycle", "broker"));
        SEES.put("guard", Set.of("lifecycle"));
        SEES.put("web", Set.of("lifecycle", "web.session"));
        SEES.put("web.session", Set.of("lifecycle"));
        SEES.put("trigger", Set.of("lifecycle"));
        SEES.put("ark", Set.of("lifecycle", "linkage", "artifact"));
        SEES.put("control", Set.of("lifecycle", "artifact", "linkage", "store"));
        SEES.put("admin", Set.of("control", "artifact", "store", "admin.security"));
        SEES.put("admin.security", Set.of("control", "store"));
    }

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.berth");

    @Test
    void everySourceFileIsScanned() {
        // Given
        long files = sourceFiles().size();
        // When
        long scanned = CLASSES.stream().filter(JavaClass::isTopLevelClass).count();
        // Then
        assertThat(scanned).isGreaterThanOrEqualTo(files).isGreaterThan(100);
    }

    @Test
    void everyPackageHasARowAndSeesOnlyWhatItNames() {
        // Given
        Set<String> packages = CLASSES.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> !name.startsWith("dev.berth.api"))
                .map(name -> name.substring(ROOT.length()))
                .collect(Collectors.toCollection(TreeSet::new));
        // Then
        assertThat(packages).containsExactlyInAnyOrderElementsOf(withBootstrap(SEES.keySet()));
        SEES.forEach((name, sees) -> noClasses()
                .that()
                .resideInAPackage(ROOT + name)
                .should()
                .dependOnClassesThat(others(name, sees))
                .as("package " + name + " sees only " + sees)
                .check(CLASSES));
    }

    private static com.tngtech.archunit.base.DescribedPredicate<JavaClass> others(String name, Set<String> sees) {
        List<String> allowed = new ArrayList<>();
        allowed.add(ROOT + name);
        FOR_ALL.forEach(each -> allowed.add(ROOT + each));
        sees.forEach(each -> allowed.add(ROOT + each));
        return resideInAnyPackage("dev.berth..").and(not(resideInAnyPackage(allowed.toArray(String[]::new))));
    }

    private static Set<String> withBootstrap(Set<String> rows) {
        Set<String> all = new TreeSet<>(rows);
        all.add("bootstrap");
        return all;
    }

    @Test
    void packagesHaveNoCycles() {
        SlicesRuleDefinition.slices()
                .matching("dev.berth.(**)")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void onlyArkKnowsSofaArk() {
        onlyIn("ark", "com.alipay..");
    }

    @Test
    void onlyWebKnowsCatalina() {
        onlyIn("web..", "org.apache.catalina..", "org.apache.tomcat..");
    }

    @Test
    void onlyLoggingKnowsLogback() {
        onlyIn("logging", "ch.qos.logback..");
    }

    @Test
    void onlyMeterKnowsMicrometer() {
        onlyIn("meter", "io.micrometer..", "io.prometheus..");
    }

    @Test
    void onlyAdminSecurityKnowsSpringSecurity() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.berth.admin..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework.security..")
                .check(CLASSES);
    }

    @Test
    void theLauncherNeedsSpringBootOnly() {
        classes()
                .that()
                .resideInAPackage("dev.berth.launch")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("dev.berth.launch", "java..", "org.springframework..", "org.jspecify..")
                .check(CLASSES);
    }

    @Test
    void theAgentNeedsTheJdkOnly() {
        classes()
                .that()
                .resideInAPackage("dev.berth.agent")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("dev.berth.agent", "java..", "org.jspecify..")
                .check(CLASSES);
    }

    @Test
    void filesAndMethodsStaySmall() {
        List<String> tooLong = new ArrayList<>();
        sourceFiles().forEach(file -> {
            long lines = lines(file).size();
            if (lines > 400) {
                tooLong.add(file + " has " + lines + " lines");
            }
        });
        assertThat(tooLong).isEmpty();
    }

    @Test
    void everyPackageSaysWhatItIsFor() {
        // Given
        Set<Path> packages = sourceFiles().stream().map(Path::getParent).collect(Collectors.toSet());
        // Then
        assertThat(packages).allSatisfy(folder -> {
            String text = String.join("\n", lines(folder.resolve("package-info.java")));
            assertThat(text).contains("/**").contains("@NullMarked");
        });
    }

    @Test
    void noNameIsAFillWord() {
        assertThat(CLASSES.stream().map(JavaClass::getSimpleName).filter(name -> Stream.of(
                                "Impl", "Utils", "Util", "Helper", "Manager")
                        .anyMatch(name::endsWith)))
                .isEmpty();
    }

    private static void onlyIn(String owner, String... libraries) {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + owner)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries)
                .as("only " + owner + " knows " + Arrays.toString(libraries))
                .check(CLASSES);
    }

    private static List<Path> sourceFiles() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
