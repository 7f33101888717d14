package dev.berth.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.error.BerthException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;

/** Whatever comes in: a {@link BerthException} or a biz comes out, and nothing lies where it doesn't belong. */
class HostileJarProperties {

    private static final ArchiveLimits LIMITS = new ArchiveLimits(1 << 22, 100, 1 << 20, 1 << 21, 50);
    private static final List<byte[]> SEEDS = List.of(
            TinyJar.stock()
                    .entry("BOOT-INF/classes/static/index.html", "hello ".repeat(50))
                    .entry("BOOT-INF/lib/csv-1.jar", TinyJar.mavenLibrary("org.csv", "csv", "1", "csv/Reader"))
                    .entry("BOOT-INF/lib/spring-core-7.0.9.jar", TinyJar.gradleLibrary("spring-core", "7.0.9", "o/C"))
                    .bytes(),
            TinyJar.slim()
                    .manifest("Berth-Libraries", "org.springframework:spring-core:7.0.9")
                    .entry("BERTH-INF/lib/csv-1.jar", TinyJar.mavenLibrary("org.csv", "csv", "1", "csv/Reader"))
                    .bytes(),
            TinyJar.ark()
                    .entry("lib/csv-1.jar", TinyJar.mavenLibrary("org.csv", "csv", "1", "csv/Reader"))
                    .bytes());

    private Path root;

    @BeforeTry
    void makeRoot() throws IOException {
        root = Files.createTempDirectory("hostile");
    }

    @AfterTry
    void deleteRoot() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Property(tries = 1500, edgeCases = EdgeCasesMode.NONE)
    void mutatedJarsDoNoHarm(@ForAll("mutatedJars") byte[] jar) throws IOException {
        assertHarmless(jar);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void oddNamesDoNoHarm(@ForAll("oddNames") List<String> names) throws IOException {
        // Given
        TinyJar jar = TinyJar.stock();
        names.forEach(name -> jar.entry("BOOT-INF/classes/" + name, "x"));

        // When / Then
        assertHarmless(jar.bytes());
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void anyBytesDoNoHarm(@ForAll byte[] bytes) throws IOException {
        assertHarmless(bytes);
    }

    @Provide
    Arbitrary<byte[]> mutatedJars() {
        return Arbitraries.longs().map(HostileJarProperties::mutate);
    }

    @Provide
    Arbitrary<List<String>> oddNames() {
        return Arbitraries.of(
                        "..", ".", "/", "\\", "a", "b", "ü", "\u0000", "C:", "+", " ", "%2e%2e", "META-INF", ".jar")
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(parts -> String.join("", parts))
                .list()
                .ofMaxSize(4);
    }

    /** A few flipped bytes, often a piece copied elsewhere, and sometimes an end that is missing. */
    private static byte[] mutate(long seed) {
        Random random = new Random(seed);
        byte[] jar = SEEDS.get(random.nextInt(SEEDS.size())).clone();
        for (int flips = 1 + random.nextInt(8); flips > 0; flips--) {
            jar[random.nextInt(jar.length)] = (byte) random.nextInt();
        }
        if (random.nextInt(3) == 0) {
            int length = random.nextInt(60);
            System.arraycopy(
                    jar, random.nextInt(jar.length - length), jar, random.nextInt(jar.length - length), length);
        }
        return random.nextInt(10) == 0 ? Arrays.copyOf(jar, random.nextInt(jar.length)) : jar;
    }

    private void assertHarmless(byte[] bytes) throws IOException {
        // Given
        Artifact artifact = TinyJar.artifact(Files.createDirectory(root.resolve("in")), bytes);
        Path home = Files.createDirectory(root.resolve("home"));
        Path target = root.resolve("target");
        boolean done = false;

        // When
        try {
            BizArchive archive = new ArchiveReader(LIMITS).read(artifact, IdentityFlags.fileName("shop-1.2.jar"));
            new Unpacker(new LibraryStore(home, LIMITS), LIMITS)
                    .unpack(archive, new HashSet<>(archive.libraries()), target);
            done = true;
        } catch (BerthException e) {
            assertThat(e.getMessage()).doesNotContain(root.toString());
        }

        // Then
        assertThat(Files.exists(target)).isEqualTo(done);
        assertThat(names(root)).isSubsetOf("in", "home", "target");
        assertThat(names(root.resolve("in"))).hasSize(1);
        assertThat(names(home)).isSubsetOf("artifacts");
        if (Files.exists(home.resolve("artifacts"))) {
            assertThat(names(home.resolve("artifacts/lib"))).allMatch(name -> name.matches("[0-9a-f]{64}"));
        }
        assertThat(Files.readAllBytes(artifact.file())).isEqualTo(bytes);
    }

    private static List<String> names(Path folder) throws IOException {
        List<String> names = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.forEach(file -> names.add(file.getFileName().toString()));
        }
        return names;
    }
}
