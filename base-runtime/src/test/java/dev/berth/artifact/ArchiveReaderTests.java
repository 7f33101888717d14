package dev.berth.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.berth.biz.BizName;
import dev.berth.biz.BizVersion;
import dev.berth.biz.ContextPath;
import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveReaderTests {

    @TempDir
    Path folder;

    @Test
    void readStockJarFindsEverything() {
        // Given
        TinyJar jar = TinyJar.stock()
                .entry("BOOT-INF/lib/slf4j-api-2.0.18.jar", TinyJar.mavenLibrary("org.slf4j", "slf4j-api", "2.0.18"))
                .entry("BOOT-INF/lib/spring-core-7.0.9.jar", TinyJar.gradleLibrary("spring-core", "7.0.9", "o/s/Core"));

        // When
        BizArchive archive = read(jar);

        // Then
        assertThat(archive.layout()).isEqualTo(Layout.STOCK);
        assertThat(archive.id()).hasToString("shop:1.2.3");
        assertThat(archive.mainClass()).isEqualTo("shop.ShopApplication");
        assertThat(archive.springBootVersion()).contains("4.1.1");
        assertThat(archive.contextPath()).isEmpty();
        assertThat(archive.libraries())
                .extracting(library -> library.coordinates().toString())
                .containsExactly("org.slf4j:slf4j-api:2.0.18", "spring-core:7.0.9");
        assertThat(archive.libraries().get(1).packages()).containsExactly("o.s");
        assertThat(archive.libraries().get(1).entryName()).contains("BOOT-INF/lib/spring-core-7.0.9.jar");
    }

    @Test
    void readSlimJarKnowsWhatTheBaseIsToProvide() {
        // Given
        TinyJar jar = TinyJar.slim()
                .manifest("Berth-Context-Path", "/prices")
                .manifest(
                        "Berth-Libraries",
                        "org.springframework:spring-core:7.0.9, org.springframework.boot:spring-boot:4.1.1")
                .entry("BERTH-INF/lib/csv-1.0.jar", TinyJar.mavenLibrary("org.csv", "csv", "1.0"));

        // When
        BizArchive archive = read(jar);

        // Then
        assertThat(archive.layout()).isEqualTo(Layout.SLIM);
        assertThat(archive.id()).hasToString("pricing:2.0.0");
        assertThat(archive.contextPath()).contains(new ContextPath("/prices"));
        assertThat(archive.springBootVersion()).contains("4.1.1");
        assertThat(archive.libraries()).extracting(Library::isDeclaredOnly).containsExactly(false, true, true);
    }

    @Test
    void readArkBizLeavesItsDefaultContextPathAway() {
        // Given
        TinyJar jar = TinyJar.ark()
                .manifest("declared-libraries", "csv,probe,spring-core")
                .entry("lib/csv-1.0.jar", TinyJar.mavenLibrary("org.csv", "csv", "1.0"))
                .entry("lib/readme.txt", "no library");

        // When
        BizArchive archive = read(jar);

        // Then
        assertThat(archive.layout()).isEqualTo(Layout.ARK);
        assertThat(archive.id()).hasToString("probe:1.2.3");
        assertThat(archive.contextPath()).isEmpty();
        assertThat(archive.libraries())
                .extracting(library -> library.coordinates().toString())
                .containsExactly("org.csv:csv:1.0", "spring-core");
    }

    @Test
    void readArkBizTakesItsContextPathWithoutSlash() {
        assertThat(read(TinyJar.ark().manifest("web-context-path", "probe")).contextPath())
                .contains(new ContextPath("/probe"));
    }

    @Test
    void readWhenFlagsAreGivenPrefersThem() {
        // Given
        IdentityFlags flags = new IdentityFlags(
                Optional.of(new BizName("other")), Optional.of(new BizVersion("9")), Optional.of("x-1.jar"));

        // When / Then
        assertThat(read(TinyJar.stock(), flags).id()).hasToString("other:9");
    }

    @Test
    void readWhenManifestIsSilentTakesPom() {
        // Given
        TinyJar jar = anonymous().entry("META-INF/maven/com.example/orders/pom.properties", "version=3.1");

        // When / Then
        assertThat(read(jar, IdentityFlags.fileName("app.jar")).id()).hasToString("orders:3.1");
    }

    @ParameterizedTest
    @CsvSource({
        "orders-3.1.jar, orders:3.1",
        "orders-3.1.0-SNAPSHOT.jar, orders:3.1.0-SNAPSHOT",
        "orders-api-3.1-exec.jar, orders-api:3.1",
        "my-2-cents-1.0.jar, my-2-cents:1.0",
    })
    void readWhenOnlyTheFileIsNamedTakesItsName(String fileName, String expected) {
        assertThat(read(anonymous(), IdentityFlags.fileName(fileName)).id()).hasToString(expected);
    }

    @Test
    void readWhenTitleIsProseTakesTheNextSource() {
        // Given
        TinyJar jar = TinyJar.stock().manifest("Implementation-Title", "My little shop");

        // When / Then
        assertThat(read(jar, IdentityFlags.fileName("shop-1.2.3.jar")).id()).hasToString("shop:1.2.3");
    }

    @Test
    void readWhenOnlyProseIsThereTellsToNameIt() {
        // Given
        TinyJar jar = TinyJar.stock().manifest("Implementation-Title", "My little shop");

        // When
        BerthException refused = refused(ErrorCode.INVALID_NAME, jar);

        // Then
        assertThat(refused).hasMessageContaining("'My little shop'");
        assertThat(refused.remedy()).contains("--name");
    }

    @Test
    void readWhenBizNameDoesNotFitTellsToNameIt() {
        assertThat(refused(ErrorCode.INVALID_NAME, TinyJar.slim().manifest("Berth-Biz-Name", "a/b"))
                        .remedy())
                .contains("--name");
    }

    @Test
    void readWhenNothingNamesTheBizRefuses() {
        assertThat(refused(ErrorCode.IDENTITY_UNKNOWN, anonymous()).remedy()).contains("--name");
    }

    @Test
    void readWhenVersionIsUnspecifiedRefuses() {
        refused(ErrorCode.IDENTITY_UNKNOWN, TinyJar.stock().manifest("Implementation-Version", "unspecified"));
    }

    @Test
    void readWhenManifestHasNoMainClassRefuses() {
        refused(ErrorCode.NO_MAIN_CLASS, TinyJar.stock().withoutManifest("Start-Class"));
    }

    @Test
    void readWhenThereIsNoManifestRefuses() {
        refused(ErrorCode.NO_MAIN_CLASS, TinyJar.jar().entry("a/B.class", TinyJar.classFile(61)));
    }

    @Test
    void readWhenMainClassIsNotInTheJarRefuses() {
        refused(ErrorCode.NO_MAIN_CLASS, TinyJar.stock().manifest("Start-Class", "shop.elsewhere.Main"));
    }

    @Test
    void readWhenMainClassIsNoNameRefuses() {
        refused(ErrorCode.NO_MAIN_CLASS, TinyJar.stock().manifest("Start-Class", "../../etc/passwd"));
    }

    @Test
    void readWhenMainClassIsInALibraryTakesIt() {
        // Given
        TinyJar jar = TinyJar.stock()
                .manifest("Start-Class", "starter.Main")
                .entry("BOOT-INF/lib/starter-1.jar", TinyJar.mavenLibrary("x", "starter", "1", "starter/Main"));

        // When / Then
        assertThat(read(jar).mainClass()).isEqualTo("starter.Main");
    }

    @Test
    void readWhenClassesAreNewerThanThisJavaRefuses() {
        // Given
        int next = Runtime.version().feature() + 1;
        TinyJar jar =
                TinyJar.stock().entry("BOOT-INF/classes/shop/ShopApplication.class", TinyJar.classFile(next + 44));

        // When / Then
        assertThat(refused(ErrorCode.UNSUPPORTED_BIZ, jar)).hasMessageContaining("Java " + next);
    }

    @Test
    void readWhenJarIsPlainRefuses() {
        refused(
                ErrorCode.UNSUPPORTED_BIZ,
                TinyJar.jar().manifest("Main-Class", "a.B").entry("a/B.class", TinyJar.classFile(61)));
    }

    @Test
    void readWhenFileIsAWarRefuses() {
        assertThat(refused(ErrorCode.UNSUPPORTED_BIZ, TinyJar.stock().folder("WEB-INF/classes")))
                .hasMessage("The file is a war");
    }

    @Test
    void readWhenFileIsAnArkExecutableRefuses() {
        refused(ErrorCode.UNSUPPORTED_BIZ, TinyJar.ark().manifest("Ark-Container-Root", "SOFA-ARK/container/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.5.9", "2.7.18"})
    void readWhenSpringBootIsTooOldRefuses(String version) {
        assertThat(refused(ErrorCode.UNSUPPORTED_BIZ, TinyJar.stock().manifest("Spring-Boot-Version", version)))
                .hasMessageContaining(version);
    }

    @Test
    void readWhenSpringBootInTheLibrariesIsTooOldRefuses() {
        // Given
        TinyJar jar = TinyJar.ark().entry("lib/spring-boot-3.5.9.jar", TinyJar.gradleLibrary("Spring Boot", "3.5.9"));

        // When / Then
        refused(ErrorCode.UNSUPPORTED_BIZ, jar);
    }

    @Test
    void readWhenBizIsReactiveRefuses() {
        // Given
        TinyJar jar = TinyJar.stock()
                .entry("BOOT-INF/lib/spring-boot-webflux-4.1.1.jar", TinyJar.gradleLibrary("x", "4.1.1"));

        // When / Then
        assertThat(refused(ErrorCode.UNSUPPORTED_BIZ, jar)).hasMessageContaining("WebFlux");
    }

    @Test
    void readWhenBizHasBothWebStacksTakesIt() {
        // Given
        TinyJar jar = TinyJar.stock()
                .entry("BOOT-INF/lib/spring-boot-webflux-4.1.1.jar", TinyJar.gradleLibrary("x", "4.1.1"))
                .entry("BOOT-INF/lib/spring-webmvc-7.0.9.jar", TinyJar.gradleLibrary("x", "7.0.9"));

        // When / Then
        assertThat(read(jar).libraries()).hasSize(2);
    }

    @Test
    void readWhenBizOnlyCallsByWebClientTakesIt() {
        // Given
        TinyJar jar = TinyJar.stock()
                .entry("BOOT-INF/lib/spring-webflux-7.0.9.jar", TinyJar.gradleLibrary("x", "7.0.9"))
                .entry("BOOT-INF/lib/reactor-netty-http-1.3.7.jar", TinyJar.gradleLibrary("x", "1.3.7"));

        // When / Then
        assertThat(read(jar).libraries()).hasSize(2);
    }

    @Test
    void readWhenALibraryIsSignedReadsIt() {
        // Given
        String entries = "\nName: a/B.class\nSHA-256-Digest: AAAA\n".repeat(50_000);
        byte[] library = TinyJar.jar()
                .entry("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nImplementation-Version: 1.84\n" + entries)
                .entry("META-INF/BC.SF", "Signature-Version: 1.0\n")
                .entry("META-INF/BC.RSA", "signature")
                .entry("a/B.class", "x")
                .bytes();

        // When
        BizArchive archive = read(TinyJar.stock().entry("BOOT-INF/lib/bcprov-jdk18on-1.84.jar", library));

        // Then
        assertThat(archive.libraries().get(0).coordinates()).hasToString("bcprov-jdk18on:1.84");
    }

    @Test
    void readWhenNestedLibraryIsDamagedNamesIt() {
        // Given
        TinyJar jar = TinyJar.stock().entry("BOOT-INF/lib/broken-1.jar", "no jar");

        // When / Then
        assertThat(refused(ErrorCode.NOT_A_JAR, jar)).hasMessageContaining("'broken-1.jar'");
    }

    @Test
    void readWhenFileIsTruncatedRefuses() {
        // Given
        byte[] whole = TinyJar.stock().bytes();

        // When / Then
        refused(ErrorCode.NOT_A_JAR, Arrays.copyOf(whole, whole.length / 2));
    }

    @Test
    void readWhenFileIsTruncatedNamesIt() {
        // Given
        byte[] whole = TinyJar.stock().bytes();
        Artifact artifact = TinyJar.artifact(folder, Arrays.copyOf(whole, whole.length / 2));

        // When / Then
        assertThatExceptionOfType(BerthException.class)
                .isThrownBy(() ->
                        new ArchiveReader(ArchiveLimits.defaults()).read(artifact, IdentityFlags.fileName("shop.jar")))
                .withMessage("File 'shop.jar' is only a part of a jar, or a damaged one");
    }

    @Test
    void readWhenFileIsANativeExecutableRefuses() {
        assertThat(refused(ErrorCode.UNSUPPORTED_BIZ, new byte[] {0x7f, 'E', 'L', 'F', 2, 1}))
                .hasMessageContaining("native executable");
    }

    @Test
    void readWhenBizIsProcessedForANativeImageRefuses() {
        assertThat(refused(ErrorCode.UNSUPPORTED_BIZ, TinyJar.stock().manifest("Spring-Boot-Native-Processed", "true")))
                .hasMessageStartingWith("Biz 'shop:1.2.3' was processed for a native image");
    }

    @Test
    void readWhenFileIsEmptyRefuses() {
        assertThat(refused(ErrorCode.NOT_A_JAR, new byte[0])).hasMessageEndingWith(" is empty");
    }

    @Test
    void readWhenFileIsEncryptedSaysSo() {
        // Given
        ByteBuffer jar = ByteBuffer.wrap(TinyJar.stock().bytes()).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at <= jar.limit() - 2 * Integer.BYTES; at++) {
            int signature = jar.getInt(at);
            int flags = signature == 0x04034b50 ? at + 6 : signature == 0x02014b50 ? at + 8 : -1;
            if (flags >= 0) {
                jar.putShort(flags, (short) (jar.getShort(flags) | 1));
            }
        }

        // When / Then
        assertThat(refused(ErrorCode.NOT_A_JAR, jar.array())).hasMessageEndingWith(" is encrypted");
    }

    @Test
    void readWhenTokenOfDeclaredLibrariesIsOddRefuses() {
        refused(ErrorCode.NOT_A_JAR, TinyJar.slim().manifest("Berth-Libraries", "just-a-name"));
    }

    private BizArchive read(TinyJar jar) {
        return read(jar, IdentityFlags.none());
    }

    private BizArchive read(TinyJar jar, IdentityFlags flags) {
        return new ArchiveReader(ArchiveLimits.defaults()).read(jar.in(folder), flags);
    }

    private BerthException refused(ErrorCode code, TinyJar jar) {
        return refused(code, jar.bytes());
    }

    private BerthException refused(ErrorCode code, byte[] bytes) {
        Artifact artifact = TinyJar.artifact(folder, bytes);
        ArchiveReader reader = new ArchiveReader(ArchiveLimits.defaults());
        try {
            reader.read(artifact, IdentityFlags.none());
        } catch (BerthException e) {
            assertThat(e.code()).as(e.getMessage()).isEqualTo(code);
            assertThat(e.getMessage()).doesNotContain(folder.toString()).doesNotEndWith(".");
            return e;
        }
        throw new AssertionError("Nothing was refused");
    }

    private static TinyJar anonymous() {
        return TinyJar.stock().withoutManifest("Implementation-Title").withoutManifest("Implementation-Version");
    }
}
