package dev.berth.ark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.assertj.core.api.ObjectAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

class ClassReferencesTests {

    private final Set<String> packages = new HashSet<>();

    @Test
    void addFindsPackagesOfClassesAndOfTypesInSignatures() throws IOException {
        // When
        ClassReferences.addTo(packages, classFile(BaseReferences.class));

        // Then: a class whose methods it calls, and one that is only in a signature
        assertThat(packages).contains("dev/berth/ark", "dev/berth/artifact");
        assertThat(packages).noneMatch(name -> name.startsWith("java/"));
    }

    @Test
    void addFindsTypesInGenericSignaturesAndDescriptors() throws IOException {
        // When
        ClassReferences.addTo(packages, classFile(Signatures.class));

        // Then
        assertThat(packages).contains("org/assertj/core/api", "org/junit/jupiter/api");
    }

    @Test
    void addOfWhatIsNoClassFileAddsNothing() throws IOException {
        // When
        ClassReferences.addTo(packages, "no class file at all".getBytes(StandardCharsets.UTF_8));

        // Then
        assertThat(packages).isEmpty();
    }

    @Test
    void addWhenAConstantIsUnknownFails() throws IOException {
        // Given
        byte[] file = classFile(Signatures.class);
        file[10] = 99;

        // When / Then
        assertThatThrownBy(() -> ClassReferences.addTo(packages, file))
                .isInstanceOf(IOException.class)
                .hasMessage("Unknown constant 99");
    }

    private static byte[] classFile(Class<?> type) throws IOException {
        try (InputStream file = type.getResourceAsStream(type.getName().replaceFirst(".+\\.", "") + ".class")) {
            return Objects.requireNonNull(file).readAllBytes();
        }
    }

    /** Never called. */
    @SuppressWarnings("unused")
    private interface Signatures {

        List<ObjectAssert<?>> generic(TestInfo info);
    }
}
