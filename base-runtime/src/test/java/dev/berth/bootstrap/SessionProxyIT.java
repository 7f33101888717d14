package dev.berth.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.biz.BizName;
import dev.berth.testing.BizJar;
import dev.berth.testing.Browser;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The beans that Spring keeps in a session are carried; an attribute that refers to one by its proxy is not. */
class SessionProxyIT {

    private static final BizName NAME = new BizName("wish");

    private static final String SOURCE =
            """
            package com.example.wish;
            import jakarta.servlet.http.*;
            import java.io.Serializable;
            import java.util.*;
            import org.springframework.boot.SpringApplication;
            import org.springframework.boot.autoconfigure.SpringBootApplication;
            import org.springframework.context.annotation.*;
            import org.springframework.stereotype.Component;
            import org.springframework.web.bind.annotation.*;
            import org.springframework.web.context.annotation.SessionScope;
            @SpringBootApplication
            @RestController
            public class Wish {
                interface Named extends Serializable {
                    int count();
                }
                @Component
                @SessionScope
                static class ByClass implements Serializable {
                    private static final long serialVersionUID = 1L;
                    private int count;
                    public int count() {
                        return ++count;
                    }
                }
                @Component
                @Scope(value = "session", proxyMode = ScopedProxyMode.INTERFACES)
                static class ByInterface implements Named {
                    private static final long serialVersionUID = 1L;
                    private int count;
                    public int count() {
                        return ++count;
                    }
                }
                record Holder(Object proxy) implements Serializable {}
                private final ByClass byClass;
                private final Named byInterface;
                Wish(ByClass byClass, Named byInterface) {
                    this.byClass = byClass;
                    this.byInterface = byInterface;
                }
                public static void main(String[] args) {
                    SpringApplication.run(Wish.class, args);
                }
                @GetMapping("/put")
                void put(HttpSession session) {
                    session.setAttribute("class", new Holder(byClass));
                    session.setAttribute("interface", new Holder(byInterface));
                    session.setAttribute("plain", new Holder("plain"));
                }
                @GetMapping("/beans")
                String beans() {
                    return "%1$s " + byClass.count() + " " + byInterface.count();
                }
                @GetMapping("/held")
                String held(HttpSession session) {
                    return "%1$s " + text(session, "class") + " " + text(session, "interface") + " "
                            + text(session, "plain");
                }
                private static String text(HttpSession session, String name) {
                    try {
                        Object held = session.getAttribute(name);
                        if (held == null) {
                            return "dropped";
                        }
                        Object proxy = ((Holder) held).proxy();
                        return proxy instanceof ByClass one ? "one " + one.count()
                                : proxy instanceof Named two ? "two " + two.count() : String.valueOf(proxy);
                    } catch (Throwable failure) {
                        return failure.toString();
                    }
                }
            }
            """;

    @TempDir
    private static Path directory;

    private static TwoVersions jars;

    private final RunningBase base = RunningBase.shared();
    private final Browser browser = new Browser(base.uri("/wish"));

    @BeforeAll
    static void build() {
        jars = TwoVersions.of("wish", SOURCE, directory, BizJar::starterWebmvc);
    }

    @AfterEach
    void uninstall() {
        base.uninstallAll();
    }

    @Test
    void replaceCarriesTheBeansOfASessionWhateverTheirProxyIs() {
        // Given
        base.install(jars.first());
        String before = browser.get("/beans").body();
        // When
        base.install(jars.second());
        String after = browser.get("/beans").body();
        base.await(base.control().rollback(NAME));
        String back = browser.get("/beans").body();
        // Then
        assertThat(before).isEqualTo("V1 1 1");
        assertThat(after).isEqualTo("V2 2 2");
        assertThat(back).isEqualTo("V1 3 3");
    }

    @Test
    void replaceDropsAnAttributeThatRefersToSuchABeanByItsProxyAndSaysSo() {
        // Given
        base.install(jars.first());
        browser.get("/put");
        String before = browser.get("/held").body();
        // When
        base.install(jars.second());
        String after = browser.get("/held").body();
        // Then
        assertThat(before).isEqualTo("V1 one 1 two 1 plain");
        assertThat(after).isEqualTo("V2 dropped dropped plain");
        assertThat(base.revision("wish").sessions().droppedCount()).isEqualTo(2);
        assertThat(base.revision("wish").sessions().reasons()).hasSize(2).allSatisfy(reason -> assertThat(reason)
                .contains("roxy"));
    }
}
