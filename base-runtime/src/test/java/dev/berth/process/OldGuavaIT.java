package dev.berth.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.testing.BizJar;
import dev.berth.testing.PlainApplication;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three Guavas in one JVM: the base's old one, the biz's new one, and Berth's own, which neither sees. */
class OldGuavaIT {

    /** {@code firstNonNull} was taken away in Guava 21. */
    private static final String OLD =
            """
            package com.example.user;
            import com.google.common.base.Objects;
            import org.springframework.web.bind.annotation.GetMapping;
            import org.springframework.web.bind.annotation.RestController;
            @RestController
            class OldGuava {
                @GetMapping("/guava")
                String guava() {
                    String file = Objects.class.getProtectionDomain().getCodeSource().getLocation().getPath();
                    return Objects.firstNonNull(null, "old") + file.substring(file.lastIndexOf('/'));
                }
            }
            """;

    /** Guava 31, which is Berth's own, does not know this type of media. */
    private static final String NEW =
            """
            package com.example.fresh;
            import com.google.common.net.MediaType;
            import org.springframework.boot.SpringApplication;
            import org.springframework.boot.autoconfigure.SpringBootApplication;
            import org.springframework.web.bind.annotation.GetMapping;
            import org.springframework.web.bind.annotation.RestController;
            @SpringBootApplication
            @RestController
            public class Fresh {
                @GetMapping("/guava")
                String guava() {
                    String file = MediaType.class.getProtectionDomain().getCodeSource().getLocation().getPath();
                    return MediaType.CBOR.subtype() + file.substring(file.lastIndexOf('/'));
                }
                public static void main(String[] args) {
                    SpringApplication.run(Fresh.class, args);
                }
            }
            """;

    @TempDir
    Path directory;

    @Test
    void baseAndBizEachWorkWithTheirOwn() throws Exception {
        // Given
        PlainApplication application =
                Programs.base(Programs.application().source(OLD).jars(BuiltJars.libraries("guava-old")));
        List<String> command = JvmProcess.main(Programs.MAIN, application.write(directory.resolve("classes")));
        try (BaseProcess base = BaseProcess.start(directory.resolve("home"), command)) {
            // When
            HttpResponse<String> installed = base.admin().install(biz());
            // Then
            assertThat(installed.statusCode()).as(installed.body()).isEqualTo(201);
            assertThat(base.get("/guava").body()).isEqualTo("old/guava-20.0.jar");
            assertThat(base.get("/fresh/guava").body()).isEqualTo("cbor/guava-33.5.0-jre.jar");
        }
    }

    private Path biz() throws Exception {
        BizJar biz = BizJar.named("fresh").source(NEW).starterWebmvc();
        try (Stream<Path> jars = Files.list(BuiltJars.libraries("guava-new"))) {
            jars.forEach(biz::jar);
        }
        return biz.stock(directory);
    }
}
