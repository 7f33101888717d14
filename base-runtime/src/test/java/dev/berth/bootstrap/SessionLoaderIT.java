package dev.berth.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.biz.BizName;
import dev.berth.control.Operation;
import dev.berth.testing.BizJar;
import dev.berth.testing.Browser;
import dev.berth.testing.Eventually;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A session that outlives a revision holds nothing of it, whatever the biz has put into it. */
class SessionLoaderIT {

    private static final BizName NAME = new BizName("carts");

    private static final String SOURCE =
            """
            package com.example.carts;
            import jakarta.annotation.PreDestroy;
            import jakarta.servlet.http.*;
            import java.io.Serializable;
            import java.util.*;
            import org.springframework.boot.SpringApplication;
            import org.springframework.boot.autoconfigure.SpringBootApplication;
            import org.springframework.stereotype.Component;
            import org.springframework.web.bind.annotation.*;
            import org.springframework.web.context.annotation.SessionScope;
            @SpringBootApplication
            @RestController
            public class Carts {
                enum Kind { FRUIT }
                record Line(Kind kind, String item) implements Serializable {}
                interface Price extends Serializable {
                    int of(Line line);
                }
                static class Cart implements Serializable, HttpSessionBindingListener {
                    private static final long serialVersionUID = 1L;
                    final List<Line> lines = new ArrayList<>();
                    final Map<Kind, Line> last = new EnumMap<>(Kind.class);
                    final Class<?> type = Line.class;
                    final Exception opened = new IllegalStateException("opened");
                    final Price price = line -> line.item().length();
                    @Override
                    public void valueBound(HttpSessionBindingEvent event) {
                        lines.add(new Line(Kind.FRUIT, "bag"));
                    }
                }
                @Component
                @SessionScope
                static class Visits implements Serializable {
                    private static final long serialVersionUID = 1L;
                    private int count;
                    int count() {
                        return ++count;
                    }
                }
                @Component
                @SessionScope
                static class Basket implements Serializable {
                    private static final long serialVersionUID = 1L;
                    private final List<Line> lines = new ArrayList<>();
                    int add(String item) {
                        lines.add(new Line(Kind.FRUIT, item));
                        return lines.size();
                    }
                    @PreDestroy
                    void emptied() {
                        lines.clear();
                    }
                }
                private final Basket basket;
                private final Visits visits;
                Carts(Basket basket, Visits visits) {
                    this.basket = basket;
                    this.visits = visits;
                }
                public static void main(String[] args) {
                    SpringApplication.run(Carts.class, args);
                }
                @GetMapping("/add")
                String add(HttpSession session, @RequestParam("item") String item) {
                    Cart cart = (Cart) session.getAttribute("cart");
                    if (cart == null) {
                        cart = new Cart();
                        session.setAttribute("cart", cart);
                        session.setAttribute("lines", List.of(cart.lines));
                    }
                    Line line = new Line(Kind.FRUIT, item);
                    cart.lines.add(line);
                    cart.last.put(Kind.FRUIT, line);
                    return "%1$s " + cart.lines.size() + " for " + cart.price.of(line) + ", " + basket.add(item)
                            + " in visit " + visits.count();
                }
            }
            """;

    @TempDir
    private static Path directory;

    private static TwoVersions jars;

    private final RunningBase base = RunningBase.shared();
    private final Browser browser = new Browser(base.uri("/carts"));

    @BeforeAll
    static void build() {
        jars = TwoVersions.of("carts", SOURCE, directory, BizJar::starterWebmvc);
    }

    @AfterEach
    void uninstall() {
        base.uninstallAll();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void replaceWhenTheOldRevisionIsDroppedFreesItsLoaderAndKeepsTheSession(boolean usedBetween) {
        // Given
        succeed(base.install(jars.first()));
        WeakReference<ClassLoader> loader = new WeakReference<>(base.loader("carts"));
        assertThat(add("pear")).isEqualTo("V1 2 for 4, 1 in visit 1");
        succeed(base.install(jars.second()));
        assertThat(add("plum")).isEqualTo("V2 3 for 4, 2 in visit 2");
        succeed(base.await(base.control().rollback(NAME)));
        assertThat(add("fig")).isEqualTo("V1 4 for 3, 3 in visit 3");
        succeed(base.install(jars.second()));
        if (usedBetween) {
            assertThat(add("kiwi")).isEqualTo("V2 5 for 4, 4 in visit 4");
        }
        // When
        dropStandbys();
        // Then
        assertThat(Eventually.collected(loader)).isTrue();
        assertThat(base.server().sessions().count(NAME)).isEqualTo(1);
        assertThat(add("lime")).isEqualTo(usedBetween ? "V2 6 for 4, 5 in visit 5" : "V2 5 for 4, 4 in visit 4");
    }

    @Test
    void stopWhenNoRevisionIsLeftFreesTheLoaderAndKeepsTheSession() {
        // Given
        succeed(base.install(jars.first()));
        WeakReference<ClassLoader> loader = new WeakReference<>(base.loader("carts"));
        add("pear");
        // When
        succeed(base.await(base.control().stop(NAME)));
        dropStandbys();
        boolean freed = Eventually.collected(loader);
        succeed(base.await(base.control().start(NAME)));
        // Then
        assertThat(freed).isTrue();
        assertThat(add("plum")).isEqualTo("V1 3 for 4, 2 in visit 2");
    }

    private void dropStandbys() {
        assertThat(Eventually.holds(() -> states().contains("STANDBY"))).isTrue();
        base.control().memoryIsShort();
        assertThat(Eventually.holds(() -> !states().contains("STANDBY"))).isTrue();
    }

    private List<String> states() {
        return base.control().biz(NAME).revisions().stream()
                .map(revision -> revision.state())
                .toList();
    }

    private String add(String item) {
        return browser.get("/add?item=" + item).body();
    }

    private static void succeed(Operation operation) {
        assertThat(operation.problem()).isEmpty();
    }
}
