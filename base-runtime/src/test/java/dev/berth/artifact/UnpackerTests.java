package dev.berth.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.berth.biz.BizId;
import dev.berth.biz.BizName;
import dev.berth.biz.BizVersion;
import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnpackerTests {

    private static final ArchiveLimits LIMITS = new ArchiveLimits(1 << 26, 100, 20 << 20, 30 << 20, 100);

    @TempDir
    Path root;

    private Path home;
    private Path target;

    @BeforeEach
    void folders() throws IOException {
        home = Files.createDirectory(root.resolve("home"));
        target = root.resolve("work/shop-1");
    }

    @Test
    void unpackStockJarTakesTheApplicationAlone() {
        // Given
        TinyJar jar = TinyJar.stock()
                .entry("META-INF/services/java.nio.file.spi.FileSystemProvider", "loader's")
                .entry("META-INF/build-info.properties", "own")
                .entry("META-INF/KEY.SF", "signature")
                .entry("org/springframework/boot/loader/launch/JarLauncher.class", "loader's")
                .entry("BOOT-INF/classpath.idx", "- x")
                .entry("BOOT-INF/classes/META-INF/spring.factories", "own")
                .folder("BOOT-INF/classes/empty")
                .entry("BOOT-INF/classes/static/index.html", "hi");

        // When
        UnpackedBiz unpacked = unpack(jar, Set.of());

        // Then
        assertThat(names(unpacked.classes()))
                .containsExactly(
                        "META-INF",
                        "META-INF/spring.factories",
                        "empty",
                        "shop",
                        "shop/ShopApplication.class",
                        "static",
                        "static/index.html");
        assertThat(unpacked.libraries()).singleElement().satisfies(atRoot -> assertThat(names(atRoot))
                .containsExactly("META-INF", "META-INF/MANIFEST.MF", "META-INF/build-info.properties"));
    }

    @Test
    void unpackSlimJarTakesTheRootWithoutSignatures() {
        // Given
        TinyJar jar = TinyJar.slim()
                .entry("META-INF/services/x.Y", "own")
                .entry("META-INF/KEY.SF", "signature")
                .entry("META-INF/KEY.RSA", "signature")
                .entry("BERTH-INF/notes.txt", "ours")
                .entry("BERTH-INF/lib/csv-1.jar", TinyJar.mavenLibrary("org.csv", "csv", "1"));

        // When
        UnpackedBiz unpacked = unpack(jar, Set.of());

        // Then
        assertThat(names(unpacked.classes()))
                .containsExactly(
                        "META-INF",
                        "META-INF/MANIFEST.MF",
                        "META-INF/services",
                        "META-INF/services/x.Y",
                        "pricing",
                        "pricing/PricingApplication.class");
    }

    @Test
    void unpackArkJarLeavesMarkAndLibrariesAway() {
        // Given
        TinyJar jar = TinyJar.ark()
                .entry("lib/csv-1.jar", TinyJar.mavenLibrary("org.csv", "csv", "1"))
                .entry("lib/data.txt", "own");

        // When
        UnpackedBiz unpacked = unpack(jar, Set.of("csv"));

        // Then
        assertThat(names(unpacked.classes()))
                .contains("lib/data.txt", "probe/ProbeApplication.class")
                .doesNotContain("lib/csv-1.jar", Layout.ARK_BIZ_MARK);
        assertThat(unpacked.libraries()).hasSize(1);
    }

    @Test
    void unpackTakesOnlyBroughtLibrariesInClassPathOrder() {
        // Given
        TinyJar jar = TinyJar.stock()
                .entry("BOOT-INF/lib/z-1.jar", TinyJar.mavenLibrary("g", "z", "1"))
                .entry("BOOT-INF/lib/shared-1.jar", TinyJar.mavenLibrary("g", "shared", "1"))
                .entry("BOOT-INF/lib/a-1.jar", TinyJar.mavenLibrary("g", "a", "1"));

        // When
        UnpackedBiz unpacked = unpack(jar, Set.of("a", "z"));

        // Then
        assertThat(unpacked.libraries())
                .extracting(path -> path.getFileName().toString())
                .containsExactly("root", "z-1.jar", "a-1.jar");
        assertThat(names(home)).noneMatch(name -> name.endsWith("shared-1.jar"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a+b.txt", "with space.txt", "Grüße/日本.txt", "100%25.txt", "a#b?.txt", "${x}.txt"})
    void unpackKeepsOddNames(String name) throws IOException {
        // Given
        TinyJar jar = TinyJar.stock().entry("BOOT-INF/classes/" + name, "content");

        // When
        UnpackedBiz unpacked = unpack(jar, Set.of());

        // Then
        try (URLClassLoader loader = loader(unpacked);
                InputStream in = loader.getResourceAsStream(name)) {
            assertThat(in).isNotNull();
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("content");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil.txt",
                "BOOT-INF/classes/../../../evil.txt",
                "BOOT-INF/classes/a/..",
                "/evil.txt",
                "BOOT-INF/classes//evil.txt",
                "BOOT-INF/classes/./evil.txt",
                "BOOT-INF/classes/..\\evil.txt",
                "C:/evil.txt",
                "BOOT-INF/classes/a\u0000.txt",
                "BOOT-INF/classes/line\nbreak.txt",
                "BOOT-INF/lib/../../evil.jar"
            })
    void unpackWhenANameLeadsOutRefuses(String name) {
        // Given
        Artifact artifact = TinyJar.stock().entry(name, "evil").in(root);

        // When / Then
        assertRefused(ErrorCode.UNSAFE_ARCHIVE, artifact);
        BerthException read = catchThrowableOfType(
                BerthException.class, () -> new ArchiveReader(LIMITS).read(artifact, IdentityFlags.none()));
        assertThat(read).isNotNull();
        assertThat(read.code()).isEqualTo(ErrorCode.UNSAFE_ARCHIVE);
    }

    @Test
    void unpackWhenAnEntryIsThereTwiceRefuses() {
        // Given
        byte[] jar = TinyJar.stock()
                .entry("BOOT-INF/classes/a1.txt", "one")
                .entry("BOOT-INF/classes/a2.txt", "two")
                .bytes();

        // When / Then
        assertRefused(
                ErrorCode.UNSAFE_ARCHIVE,
                TinyJar.artifact(root, replace(jar, "BOOT-INF/classes/a2.txt", "BOOT-INF/classes/a1.txt")));
    }

    @Test
    void unpackWhenAFileIsAFolderTooRefusesWithItsName() {
        assertRefusedNaming(
                "'a'",
                ErrorCode.UNSAFE_ARCHIVE,
                TinyJar.stock()
                        .entry("BOOT-INF/classes/a", "file")
                        .entry("BOOT-INF/classes/a/b.txt", "in it")
                        .in(root));
    }

    @Test
    void unpackWhenAnEntryIsABombRefuses() {
        assertRefused(
                ErrorCode.UNSAFE_ARCHIVE,
                TinyJar.stock()
                        .entry("BOOT-INF/classes/bomb", new byte[10 << 20])
                        .in(root));
    }

    @Test
    void unpackWhenThereAreTooManyEntriesRefuses() {
        // Given
        TinyJar jar = TinyJar.stock();
        for (int i = 0; i < 100; i++) {
            jar.entry("BOOT-INF/classes/" + i, "x");
        }

        // When / Then
        assertRefused(ErrorCode.UNSAFE_ARCHIVE, jar.in(root));
    }

    @Test
    void unpackWhenTheSumIsTooLargeRefuses() {
        // Given
        TinyJar jar = TinyJar.stock();
        for (int i = 0; i < 6; i++) {
            jar.entry("BOOT-INF/classes/" + i, new byte[6 << 20]);
        }

        // When / Then
        assertRefused(ErrorCode.UNSAFE_ARCHIVE, jar.in(root));
    }

    @Test
    void unpackWhenALibraryIsTooLargeRefuses() {
        // Given
        TinyJar jar = TinyJar.stock()
                .entry(
                        "BOOT-INF/lib/big-1.jar",
                        TinyJar.jar().entry("lib/raw.jar", new byte[21 << 20]).bytes());

        // When
        BerthException refused = catchThrowableOfType(BerthException.class, () -> unpack(jar, Set.of("big")));

        // Then
        assertThat(refused.code()).isEqualTo(ErrorCode.UNSAFE_ARCHIVE);
        assertThat(target).doesNotExist();
        assertThat(names(home)).containsExactly("artifacts", "artifacts/lib");
    }

    @Test
    void unpackWhenAnEntryIsDamagedRemovesTheTarget() {
        // Given
        byte[] text = "0123456789".repeat(1000).getBytes(StandardCharsets.UTF_8);
        byte[] jar = TinyJar.stock()
                .entry("BOOT-INF/classes/ok.txt", "ok")
                .entry("BOOT-INF/classes/text", text)
                .bytes();
        int content = indexOf(jar, "BOOT-INF/classes/text") + "BOOT-INF/classes/text".length();
        for (int i = 0; i < 20; i++) {
            jar[content + i] = (byte) 0xFF;
        }

        // When / Then
        assertRefused(ErrorCode.NOT_A_JAR, TinyJar.artifact(root, jar));
    }

    @Test
    void unpackWhenTheTargetIsInUseTouchesNothing() throws IOException {
        // Given
        Files.createDirectories(target);
        Files.writeString(target.resolve("other"), "of somebody else");

        // When
        BerthException refused = catchThrowableOfType(BerthException.class, () -> unpack(TinyJar.stock(), Set.of()));

        // Then
        assertThat(refused.code()).isEqualTo(ErrorCode.STORAGE_FAILED);
        assertThat(names(target)).containsExactly("other");
    }

    private void assertRefused(ErrorCode code, Artifact artifact) {
        assertRefusedNaming("", code, artifact);
    }

    private void assertRefusedNaming(String quoted, ErrorCode code, Artifact artifact) {
        Set<String> before = new HashSet<>(names(root));
        BerthException refused =
                catchThrowableOfType(BerthException.class, () -> unpacker().unpack(stock(artifact), Set.of(), target));
        assertThat(refused).isNotNull();
        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.getMessage()).contains(quoted).doesNotContain(root.toString());
        assertThat(names(root))
                .filteredOn(name -> !before.contains(name))
                .containsExactlyInAnyOrder("home/artifacts", "home/artifacts/lib", "work");
    }

    /** Unpacks what the reader may not even let pass. */
    private static BizArchive stock(Artifact artifact) {
        return new BizArchive(
                artifact,
                new BizId(new BizName("shop"), new BizVersion("1")),
                Layout.STOCK,
                Map.of(),
                "shop.ShopApplication",
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private UnpackedBiz unpack(TinyJar jar, Set<String> brought) {
        BizArchive archive = new ArchiveReader(LIMITS).read(jar.in(root), IdentityFlags.none());
        Set<Library> libraries = new HashSet<>();
        archive.libraries().stream()
                .filter(library -> brought.contains(library.coordinates().artifact()))
                .forEach(libraries::add);
        return unpacker().unpack(archive, libraries, target);
    }

    private Unpacker unpacker() {
        return new Unpacker(new LibraryStore(home, LIMITS), LIMITS);
    }

    private static URLClassLoader loader(UnpackedBiz unpacked) throws IOException {
        URL[] urls = new URL[unpacked.libraries().size() + 1];
        urls[0] = unpacked.classes().toUri().toURL();
        for (int i = 1; i < urls.length; i++) {
            urls[i] = unpacked.libraries().get(i - 1).toUri().toURL();
        }
        return new URLClassLoader(urls, null);
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(path -> !path.equals(folder))
                    .map(path -> folder.relativize(path).toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] replace(byte[] bytes, String old, String with) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.replace(old, with).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static int indexOf(byte[] bytes, String text) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
    }
}
