package dev.berth.spi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.testing.LibraryJar;
import java.io.File;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code in docs/spi.md compiles, and its contract and its provider are what the table takes. */
class SpiPageTests {

    private static final Path PAGE = Path.of("../docs/spi.md");
    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @Test
    void codeOfThePageCompilesAndItsProviderServes(@TempDir Path directory) throws Exception {
        // Given
        List<String> snippets = JAVA.matcher(Files.readString(PAGE))
                .results()
                .map(MatchResult::group)
                .map(block -> block.substring("```java\n".length(), block.length() - "```".length()))
                .toList();
        // When
        Path jar = compile(snippets, directory);
        // Then
        assertThat(snippets).hasSize(4);
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {jar.toUri().toURL()}, getClass().getClassLoader())) {
            Class<?> spi = loader.loadClass("com.acme.contracts.PriceService");
            Class<?> provider = loader.loadClass("com.acme.hangzhou.HangzhouPrices");
            TableFixture fixture = new TableFixture();
            fixture.register(null, provider.getConstructor().newInstance(), "hangzhouPrices");
            Object stub = fixture.stub(spi, dev.berth.api.spi.PatternType.REG, "^drf-hz.*$");
            assertThat(spi.getMethod("price", String.class).invoke(stub, "tea")).isEqualTo(42L);
            assertThat(provider.getAnnotations())
                    .extracting(Annotation::annotationType)
                    .contains(dev.berth.api.spi.SpiProvider.class);
        }
    }

    private static Path compile(List<String> snippets, Path directory) throws IOException {
        LibraryJar library = LibraryJar.of("com.acme:page:1");
        snippets.forEach(library::source);
        for (String path : System.getProperty("java.class.path").split(File.pathSeparator)) {
            library.compiledAgainst(Path.of(path));
        }
        return library.write(directory);
    }
}
