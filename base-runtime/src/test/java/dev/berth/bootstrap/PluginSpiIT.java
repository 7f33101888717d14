package dev.berth.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.testing.ArkPluginJar;
import dev.berth.testing.BizJar;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An SPI that lives in a plugin alone: the default comes from the plugin, and a biz takes its place. */
class PluginSpiIT {

    private static final String IMPORT = "Berth-Import-Packages";

    private static final String CONSUMER =
            """
            package com.example.desk;
            import com.example.greeting.Greeting;
            import dev.berth.api.spi.DynamicInject;
            import org.springframework.boot.SpringApplication;
            import org.springframework.boot.autoconfigure.SpringBootApplication;
            import org.springframework.web.bind.annotation.*;
            @SpringBootApplication
            @RestController
            public class Desk {
                @DynamicInject Greeting greeting;
                @GetMapping("/greet")
                String greet() { return greeting.greet(); }
                public static void main(String[] args) { SpringApplication.run(Desk.class, args); }
            }
            """;

    private static final String PROVIDER =
            """
            package com.example.host;
            import com.example.greeting.Greeting;
            import dev.berth.api.spi.SpiProvider;
            import org.springframework.boot.SpringApplication;
            import org.springframework.boot.autoconfigure.SpringBootApplication;
            import org.springframework.context.annotation.Bean;
            @SpringBootApplication
            public class Host {
                @Bean @SpiProvider Greeting own() { return () -> "from the biz"; }
                public static void main(String[] args) { SpringApplication.run(Host.class, args); }
            }
            """;

    @TempDir
    private Path directory;

    @Test
    void callReachesTheProviderOfThePluginUntilABizHasOneAndAfterIt() {
        // Given
        Path plugin = ArkPluginJar.of("com.example:greeting:1")
                .compiledAgainstBizApi()
                .source("package com.example.greeting;\n@dev.berth.api.spi.Spi(code = \"greeting\")\n"
                        + "public interface Greeting { String greet(); }")
                .source(
                        "package com.example.greeting.inside; public class Standard implements com.example.greeting.Greeting {"
                                + " public String greet() { return \"from the plugin\"; } }")
                .resource("META-INF/services/com.example.greeting.Greeting", "com.example.greeting.inside.Standard")
                .exports("com.example.greeting")
                .write(directory.resolve("home/plugins"));
        Path desk = BizJar.named("desk")
                .starterWebmvc()
                .compiledAgainst(plugin)
                .compiledAgainstBizApi()
                .attribute(IMPORT, "com.example.greeting")
                .source(CONSUMER)
                .stock(directory);
        Path host = BizJar.named("host")
                .starter("spring-boot-starter")
                .compiledAgainst(plugin)
                .compiledAgainstBizApi()
                .attribute(IMPORT, "com.example.greeting")
                .source(PROVIDER)
                .stock(directory);
        try (RunningBase base = RunningBase.start(directory.resolve("home"))) {
            assertThat(base.install(desk).problem()).isEmpty();
            assertThat(base.get("/desk/greet").body()).isEqualTo("from the plugin");
            // When
            assertThat(base.install(host).problem()).isEmpty();
            // Then
            assertThat(base.get("/desk/greet").body()).isEqualTo("from the biz");
            // When
            base.uninstall("host");
            // Then
            assertThat(base.get("/desk/greet").body()).isEqualTo("from the plugin");
        }
    }
}
