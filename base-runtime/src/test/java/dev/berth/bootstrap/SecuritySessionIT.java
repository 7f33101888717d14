package dev.berth.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.biz.BizName;
import dev.berth.control.Operation;
import dev.berth.process.BuiltJars;
import dev.berth.testing.BizJar;
import dev.berth.testing.Browser;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user of a biz with Spring Security stays logged in over a replace and a rollback, and is logged out everywhere. */
class SecuritySessionIT {

    private static final BizName NAME = new BizName("notes");
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]* value=\"([^\"]+)\"");

    private static final String SOURCE =
            """
            package com.example.notes;
            import org.springframework.boot.SpringApplication;
            import org.springframework.boot.autoconfigure.SpringBootApplication;
            import org.springframework.context.annotation.Bean;
            import org.springframework.security.core.Authentication;
            import org.springframework.security.core.userdetails.*;
            import org.springframework.security.provisioning.InMemoryUserDetailsManager;
            import org.springframework.security.web.csrf.CsrfToken;
            import org.springframework.web.bind.annotation.*;
            @SpringBootApplication
            @RestController
            public class Notes {
                public static void main(String[] args) {
                    SpringApplication.run(Notes.class, args);
                }
                @Bean
                UserDetailsService users() {
                    return new InMemoryUserDetailsManager(
                            User.withUsername("ann").password("{noop}tea").roles("USER").build());
                }
                @GetMapping("/me")
                String me(Authentication user) {
                    return "%1$s " + user.getName() + " " + (user.getPrincipal() instanceof UserDetails);
                }
                @GetMapping("/token")
                String token(CsrfToken token) {
                    return token.getToken();
                }
                @PostMapping("/notes")
                String add(@RequestParam("text") String text, Authentication user) {
                    return "%1$s " + user.getName() + ": " + text;
                }
            }
            """;

    @TempDir
    private static Path directory;

    private static Path first;
    private static Path second;

    private final RunningBase base = RunningBase.shared();
    private final Browser browser = new Browser(base.uri("/notes"));

    @BeforeAll
    static void build() throws IOException {
        first = jar("1.0.0", "V1");
        second = jar("2.0.0", "V2");
    }

    private static Path jar(String version, String text) throws IOException {
        BizJar jar = BizJar.named("notes").version(version).starterWebmvc().source(SOURCE.formatted(text));
        try (DirectoryStream<Path> security = Files.newDirectoryStream(BuiltJars.libraries("security"), "*.jar")) {
            security.forEach(jar::jar);
        }
        return jar.stock(directory);
    }

    @BeforeEach
    void logInOnTheFirst() {
        succeed(base.install(first));
        assertThat(browser.get("/me").statusCode()).isEqualTo(302);
        Matcher form = TOKEN.matcher(browser.get("/login").body());
        assertThat(form.find()).isTrue();
        HttpResponse<String> in = browser.postForm("/login", "username=ann&password=tea&_csrf=" + form.group(1));
        assertThat(in.headers().firstValue("Location").orElse("")).doesNotContain("error");
    }

    @AfterEach
    void uninstall() {
        base.uninstallAll();
    }

    @Test
    void replaceAndRollbackKeepTheUserAndTheCsrfToken() {
        // Given
        String token = browser.get("/token").body();
        assertThat(browser.get("/me").body()).isEqualTo("V1 ann true");
        // When
        succeed(base.install(second));
        HttpResponse<String> me = browser.get("/me");
        HttpResponse<String> note = browser.postForm("/notes", "text=pear&_csrf=" + token);
        HttpResponse<String> forged = browser.postForm("/notes", "text=plum&_csrf=x" + token);
        succeed(base.await(base.control().rollback(NAME)));
        HttpResponse<String> back = browser.postForm("/notes", "text=fig&_csrf=" + token);
        // Then
        assertThat(me.body()).isEqualTo("V2 ann true");
        assertThat(note.body()).isEqualTo("V2 ann: pear");
        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(back.body()).isEqualTo("V1 ann: fig");
    }

    @Test
    void logoutWhenTheSessionWasCarriedHoldsForBothRevisions() {
        // Given
        String token = browser.get("/token").body();
        succeed(base.install(second));
        assertThat(browser.get("/me").statusCode()).isEqualTo(200);
        succeed(base.await(base.control().rollback(NAME)));
        // When
        HttpResponse<String> out = browser.postForm("/logout", "_csrf=" + token);
        HttpResponse<String> onFirst = browser.get("/me");
        succeed(base.install(second));
        HttpResponse<String> onSecond = browser.get("/me");
        // Then
        assertThat(out.statusCode()).isEqualTo(302);
        assertThat(onFirst.statusCode()).isEqualTo(302);
        assertThat(onSecond.statusCode()).isEqualTo(302);
    }

    private static void succeed(Operation operation) {
        assertThat(operation.problem()).isEmpty();
    }
}
