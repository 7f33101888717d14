package dev.berth.samples.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The code on docs/platform.md is that of the samples, which {@code PlatformIT} runs. */
class PlatformPageTests {

    private static final Path ROOT = Path.of("..");
    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @Test
    void codeOfThePageIsThatOfTheSamples() throws IOException {
        // Given
        String page = Files.readString(ROOT.resolve("docs/platform.md"));
        List<String> sources = Stream.of("ark-plugins", "sample-base/src/main", "sample-biz")
                .flatMap(folder -> sources(ROOT.resolve(folder)))
                .toList();
        // When
        List<String> snippets = JAVA.matcher(page)
                .results()
                .map(match -> condensed(match.group(1)))
                .toList();
        // Then
        assertThat(snippets).hasSizeGreaterThan(3).allSatisfy(snippet -> assertThat(sources)
                .anyMatch(source -> source.contains(snippet)));
    }

    private static Stream<String> sources(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .map(PlatformPageTests::read)
                    .toList()
                    .stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Comments of the sources are not on the page. */
    private static String read(Path file) {
        try {
            return condensed(Files.readString(file).replaceAll("(?s)/\\*\\*.*?\\*/", ""));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String condensed(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
