package dev.berth.beans;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.bootstrap.OwnBase;
import dev.berth.bootstrap.RunningBase;
import dev.berth.control.ImportsView;
import dev.berth.control.Operation;
import dev.berth.control.Problem;
import dev.berth.error.ErrorCode;
import dev.berth.testing.BizJar;
import dev.berth.testing.Eventually;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Which exports a biz does not get, and how it is told. */
class LeftOutIT {

    private static final String NEEDS_WORDS =
            """
            package com.example;
            import dev.berth.beans.contract.*;
            @org.springframework.stereotype.Component
            public class Needs {
                Needs(Repo<String> words) {}
            }
            """;

    private static final String NEEDS_OTHER_GENERIC =
            """
            package com.example;
            import dev.berth.beans.contract.*;
            @org.springframework.stereotype.Component
            public class Needs {
                Needs(Repo<Boolean> truth) {}
            }
            """;

    private static final String NEEDS_TICKER =
            """
            package com.example;
            @org.springframework.stereotype.Component
            public class Needs {
                Needs(com.github.benmanes.caffeine.cache.Ticker ticker) {}
            }
            """;

    private static final String NEEDS_UNKNOWN =
            """
            package com.example;
            @org.springframework.stereotype.Component
            public class Needs {
                Needs(java.util.Formatter formatter) {}
            }
            """;

    @RegisterExtension
    static final OwnBase OWN = OwnBase.of(ExportingBase.class, "--berth.export.packages=dev.berth.beans.contract");

    @TempDir
    private static Path directory;

    private final RunningBase base = OWN.base();

    @Test
    void importWhenTypeIsOfTheBaseApplicationSaysThatItsPackageIsNotExported() {
        // When
        Map<String, ImportsView.Entry> imports = installed(BizContext.named("needs"));
        // Then
        ImportsView.Entry secret = imports.get("dev.berth.beans.hidden.Secret");
        assertThat(secret.decision()).isEqualTo("not-visible");
        assertThat(secret.types()).isEmpty();
        assertThat(secret.reason())
                .isEqualTo("The biz sees none of its types: package 'dev.berth.beans.hidden' belongs to the base"
                        + " application, which does not export it (berth.export.packages)");
        assertThat(context().containsBean("dev.berth.beans.hidden.Secret")).isFalse();
    }

    @Test
    void importWhenTypeIsInALibraryThatTheBizDoesNotDeclareNamesIt() {
        // When
        Map<String, ImportsView.Entry> imports = installed(BizContext.named("needs"));
        // Then
        assertThat(imports.get("ticker").decision()).isEqualTo("not-visible");
        assertThat(imports.get("ticker").reason())
                .contains("'com.github.benmanes.caffeine.cache.Ticker' is in library"
                        + " 'caffeine' of the base, which the biz does not declare");
        assertThat(context().containsBean("ticker")).isFalse();
    }

    @Test
    void importWhenBizDeclaresTheLibraryIsThere() {
        // When
        Map<String, ImportsView.Entry> imports =
                installed(BizContext.named("needs").library("caffeine").source(NEEDS_TICKER));
        // Then
        assertThat(imports.get("ticker").decision()).isEqualTo("imported");
        assertThat(context().getBean("ticker")).isSameAs(base.context().getBean("ticker"));
    }

    @Test
    void importWhenBizHasACopyOfTheTypeSaysSo() {
        // When
        Map<String, ImportsView.Entry> imports =
                installed(BizContext.named("needs").source("package dev.berth.beans.hidden; public class Secret {}"));
        // Then
        assertThat(imports.get("dev.berth.beans.hidden.Secret").reason())
                .isEqualTo(
                        "The biz sees none of its types: it has a copy of its own of 'dev.berth.beans.hidden.Secret'");
    }

    @Test
    void importWhenBizExcludesByNameTypeOrPatternIsLeftOut() {
        // When
        Map<String, ImportsView.Entry> imports = installed(BizContext.named("needs")
                .resource(
                        "application.yaml", "berth.import.exclude: [words, dev.berth.beans.contract.Step, '*Prices']"));
        // Then
        assertThat(imports.values())
                .filteredOn(entry -> entry.decision().equals("excluded"))
                .extracting(ImportsView.Entry::bean)
                .contains("words", "firstStep", "secondStep", "laterStep", "listPrices", "northPrices", "lowPrices");
        assertThat(imports.get("words").reason()).isEqualTo("Setting 'berth.import.exclude' leaves it out");
        assertThat(imports.get("numbers").decision()).isEqualTo("imported");
        assertThat(context().containsBean("words")).isFalse();
        assertThat(context().containsBean("numbers")).isTrue();
    }

    @Test
    void importsOverHttpSayTheSame() throws Exception {
        // Given
        Map<String, ImportsView.Entry> imports =
                installed(BizContext.named("needs").resource("application.yaml", "berth.import.exclude: words"));
        // When
        JsonNode answer = admin("/v1/biz/needs/imports");
        // Then
        assertThat(answer.get("name").stringValue()).isEqualTo("needs");
        assertThat(answer.get("imports")
                        .valueStream()
                        .map(entry -> entry.get("bean").stringValue()
                                + " "
                                + entry.get("decision").stringValue() + " "
                                + entry.get("reason").stringValue()))
                .hasSameSizeAs(imports.keySet())
                .contains("words excluded Setting 'berth.import.exclude' leaves it out")
                .contains("numbers imported The biz sees its type");
        assertThat(admin("/v1/biz/nobody/imports").get("code").stringValue()).isEqualTo("BIZ_NOT_FOUND");
    }

    private JsonNode admin(String path) throws Exception {
        Path descriptor = base.home().resolve("base.json");
        assertThat(Eventually.holds(() -> Files.exists(descriptor))).isTrue();
        JsonMapper json = new JsonMapper();
        int port = json.readTree(descriptor.toFile()).get("adminPort").intValue();
        String token = Files.readString(base.home().resolve("admin.token")).strip();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + token)
                .build();
        return json.readTree(base.send(request).body());
    }

    @Test
    void startWhenExcludedBeanIsMissingNamesItAndWhyItIsNotThere() {
        // When
        Problem problem = failed(BizContext.named("needs")
                .source(NEEDS_WORDS)
                .resource("application.yaml", "berth.import.exclude: words,numbers,made"));
        // Then
        assertThat(problem.message())
                .contains("required a bean of type 'dev.berth.beans.contract.Repo' that could not be found")
                .contains("The base exports 'words' (dev.berth.beans.contract.Repo<java.lang.String>), which is not"
                        + " imported. Setting 'berth.import.exclude' leaves it out")
                .contains("it also exports ")
                .contains("'listPrices' (dev.berth.beans.contract.Prices)");
    }

    @Test
    void startWhenGenericTypeDoesNotFitNamesTheNearOnes() {
        // When
        Problem problem = failed(BizContext.named("needs").source(NEEDS_OTHER_GENERIC));
        // Then
        assertThat(problem.message())
                .contains("'numbers' (dev.berth.beans.contract.Repo<java.lang.Integer>), which is imported but does not"
                        + " fit here");
    }

    @Test
    void startWhenTypeIsACopyOfItsOwnNamesTheExportThatWasMeant() {
        // When
        Problem problem = failed(BizContext.named("needs")
                .source("package dev.berth.beans.hidden; public class Secret {}")
                .source("package com.example;\n@org.springframework.stereotype.Component\npublic class Needs {"
                        + " Needs(dev.berth.beans.hidden.Secret secret) {} }"));
        // Then
        assertThat(problem.message())
                .contains("The base exports 'dev.berth.beans.hidden.Secret' (dev.berth.beans.hidden.Secret), which is"
                        + " not imported. The biz sees none of its types: it has a copy of its own");
    }

    @Test
    void startWhenNothingIsNearListsWhatThereIs() {
        // When
        Problem problem = failed(BizContext.named("needs").source(NEEDS_UNKNOWN));
        // Then
        assertThat(problem.message())
                .contains("'java.util.Formatter' that could not be found")
                .contains("The base exports ")
                .endsWith(", but nothing of that name or type");
    }

    private Map<String, ImportsView.Entry> installed(BizJar biz) {
        assertThat(base.install(biz.stock(directory)).problem()).isEmpty();
        return BizContext.imports(base, "needs");
    }

    private Problem failed(BizJar biz) {
        Operation operation = base.install(biz.stock(directory));
        Problem problem = operation.problem().orElseThrow();
        assertThat(problem.code()).isEqualTo(ErrorCode.BIZ_START_FAILED);
        return problem;
    }

    private ConfigurableApplicationContext context() {
        return BizContext.of(base, "needs");
    }
}
