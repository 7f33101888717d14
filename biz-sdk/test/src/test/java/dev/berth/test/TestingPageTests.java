package dev.berth.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What docs/testing.md shows stands in files that are compiled and run. */
class TestingPageTests {

    private static final Path ROOT = Path.of("..", "..");
    private static final Pattern SNIPPET = Pattern.compile("(?ms)^```\\w+\n(.*?)^```$");
    private static final List<String> RUN = List.of(
            "sample-biz/pricing/pom.xml",
            "sample-biz/pricing/src/test/java/dev/berth/samples/pricing/PricingInABaseIT.java",
            "biz-sdk/test/src/test/java/dev/berth/test/GreetingIT.java");

    @Test
    void eachSnippetIsPartOfAFileThatIsRun() throws IOException {
        // Given
        StringBuilder files = new StringBuilder();
        for (String file : RUN) {
            files.append(Files.readString(ROOT.resolve(file)));
        }
        // When
        List<String> snippets = SNIPPET.matcher(Files.readString(ROOT.resolve("docs/testing.md")))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
        // Then
        assertThat(snippets).hasSize(3).allSatisfy(snippet -> assertThat(files).contains(snippet));
    }
}
