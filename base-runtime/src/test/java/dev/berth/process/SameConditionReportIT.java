package dev.berth.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.testing.BizJar;
import dev.berth.testing.PlainApplication;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a biz configures does not depend on what the base has and does. */
class SameConditionReportIT {

    private static final String ENTITY =
            """
            package com.example.user;
            import jakarta.persistence.Entity;
            import jakarta.persistence.Id;
            @Entity
            class Note {
                @Id
                Long id;
            }
            """;
    private static final String BIZ =
            """
            package com.example.mirror;
            import org.springframework.boot.SpringApplication;
            import org.springframework.boot.autoconfigure.SpringBootApplication;
            @SpringBootApplication
            public class MirrorApplication {
                public static void main(String[] args) {
                    SpringApplication.run(MirrorApplication.class, args);
                }
            }
            """;

    @TempDir
    Path directory;

    @Test
    void reportIsTheSameOnABareBaseTheDefaultBaseAndOneWithSecurityAndJpa() {
        // Given
        Path biz = BizJar.named("mirror")
                .source(BIZ)
                .source(Programs.REPORT.formatted("com.example.mirror"))
                .starterWebmvc()
                .stock(directory);
        // When
        String onBare = reportOn(start("bare", Programs.application()), biz);
        String onDefault = reportOn(BaseProcess.defaultBase(directory.resolve("default-home")), biz);
        String onBusy = reportOn(startBusy(), biz);
        // Then
        assertThat(onBare).contains("\"+", "\"-", "WebMvcAutoConfiguration");
        assertThat(onDefault).isEqualTo(onBare);
        assertThat(onBusy).isEqualTo(onBare);
    }

    private static String reportOn(BaseProcess started, Path biz) {
        try (BaseProcess base = started) {
            HttpResponse<String> installed = base.admin().install(biz);
            assertThat(installed.statusCode()).as(installed.body()).isEqualTo(201);
            return base.get("/mirror/report").body();
        }
    }

    private BaseProcess startBusy() {
        PlainApplication application = Programs.application()
                .source(ENTITY)
                .source(Programs.REPORT.formatted("com.example.user"))
                .resource("application.properties", "spring.security.user.password=secret")
                .starter("spring-boot-starter-data-jpa")
                .jars(BuiltJars.libraries("h2"))
                .jars(BuiltJars.libraries("security"));
        BaseProcess base = start("busy", application);
        boolean busy = false;
        try {
            assertBusy(base);
            busy = true;
            return base;
        } finally {
            if (!busy) {
                base.close();
            }
        }
    }

    /** Otherwise the comparison would prove nothing. */
    private static void assertBusy(BaseProcess base) {
        String credentials = Base64.getEncoder().encodeToString("user:secret".getBytes());
        HttpResponse<String> report = base.business()
                .send(base.business().request("/report").header("Authorization", "Basic " + credentials));
        assertThat(base.get("/own").statusCode()).isEqualTo(401);
        assertThat(report.body())
                .contains(
                        "+org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration\"",
                        "+org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration\"",
                        "+org.springframework.boot.security.autoconfigure.");
    }

    private BaseProcess start(String name, PlainApplication application) {
        Path folder = directory.resolve(name);
        return BaseProcess.start(
                folder.resolve("home"),
                JvmProcess.main(Programs.MAIN, Programs.base(application).write(folder.resolve("classes"))));
    }
}
