package dev.berth.process;

import dev.berth.testing.BizJar;
import dev.berth.testing.PlainApplication;
import java.nio.file.Path;

/** The little applications that several tests run. */
final class Programs {

    private static final String GREETING =
            """
            package com.example.greeting;
            import java.util.Map;
            import org.springframework.boot.SpringApplication;
            import org.springframework.boot.autoconfigure.SpringBootApplication;
            import org.springframework.web.bind.annotation.GetMapping;
            import org.springframework.web.bind.annotation.RestController;
            @SpringBootApplication
            @RestController
            public class Greeting {
                @GetMapping("/hello")
                Map<String, String> hello() {
                    return Map.of("text", "hello");
                }
                public static void main(String[] args) {
                    SpringApplication.run(Greeting.class, args);
                }
            }
            """;

    /** The main class of {@link #application()}. */
    static final String MAIN = "com.example.user.UserApplication";

    static final String USER_APPLICATION =
            """
            package com.example.user;
            import org.springframework.boot.SpringApplication;
            import org.springframework.boot.autoconfigure.SpringBootApplication;
            import org.springframework.web.bind.annotation.GetMapping;
            import org.springframework.web.bind.annotation.RestController;
            @SpringBootApplication
            @RestController
            public class UserApplication {
                @GetMapping("/own")
                String own() {
                    return "the base's own";
                }
                public static void main(String[] args) {
                    SpringApplication.run(UserApplication.class, args);
                }
            }
            """;

    /** A controller that tells at {@code /report} which conditions matched (+) and which did not (-), and why; needs a package. */
    static final String REPORT =
            """
            package %s;
            import java.util.Map;
            import java.util.TreeMap;
            import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
            import org.springframework.boot.autoconfigure.condition.ConditionEvaluationReport;
            import org.springframework.web.bind.annotation.GetMapping;
            import org.springframework.web.bind.annotation.RestController;
            @RestController
            class Report {
                private final ConfigurableListableBeanFactory beans;
                Report(ConfigurableListableBeanFactory beans) {
                    this.beans = beans;
                }
                @GetMapping("/report")
                Map<String, Object> report() {
                    ConditionEvaluationReport report = ConditionEvaluationReport.get(beans);
                    Map<String, Object> all = new TreeMap<>();
                    report.getConditionAndOutcomesBySource().forEach((source, outcomes) -> all.put(
                            (outcomes.isFullMatch() ? "+" : "-") + source,
                            outcomes.stream().map(outcome -> outcome.getOutcome().getMessage()).toList()));
                    all.put("unconditional", report.getUnconditionalClasses().stream().sorted().toList());
                    all.put("exclusions", report.getExclusions().stream().sorted().toList());
                    return all;
                }
            }
            """;

    private Programs() {}

    /** Writes a stock jar that answers {@code /<name>/hello}. */
    static Path biz(String name, Path directory) {
        return BizJar.named(name).source(GREETING).starterWebmvc().stock(directory);
    }

    /** Writes a version of the same as a slim jar. */
    static Path versioned(String name, String version, Path directory) {
        return BizJar.named(name)
                .version(version)
                .source(GREETING)
                .starterWebmvc()
                .slim(directory);
    }

    /** Writes a slim jar of the same, some KB large. */
    static Path slim(String name, Path directory) {
        return BizJar.named(name).source(GREETING).starterWebmvc().slim(directory);
    }

    /** Starts a user's application with a controller at {@code /own}; it is not a base yet. */
    static PlainApplication application() {
        return new PlainApplication().source(USER_APPLICATION).starter("spring-boot-starter-webmvc");
    }

    /** Makes an application a base, as a dependency on base-runtime would. */
    static PlainApplication base(PlainApplication application) {
        return application.jar(BuiltJars.library()).bizApi();
    }
}
