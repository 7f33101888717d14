package dev.berth.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.berth.biz.BizName;
import dev.berth.control.BizView.RevisionView;
import dev.berth.control.Operation;
import dev.berth.testing.BizJar;
import dev.berth.testing.Eventually;
import dev.berth.testing.LogLines;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions belong to the biz: they outlast a replace and a rollback, and end with the biz. */
class SessionCarryIT {

    private static final BizName NAME = new BizName("shop");

    private static final String SOURCE =
            """
            package com.example.shop;
            import jakarta.servlet.http.*;
            import java.io.Serializable;
            import java.lang.reflect.Proxy;
            import java.util.*;
            import org.slf4j.*;
            import org.springframework.boot.SpringApplication;
            import org.springframework.boot.autoconfigure.SpringBootApplication;
            import org.springframework.boot.web.servlet.ServletListenerRegistrationBean;
            import org.springframework.context.annotation.Bean;
            import org.springframework.web.bind.annotation.*;
            @SpringBootApplication
            @RestController
            public class Shop {
                static final Logger logger = LoggerFactory.getLogger("shop");
                public static void main(String[] args) {
                    SpringApplication.run(Shop.class, args);
                }
                static class Cart implements Serializable, HttpSessionActivationListener, HttpSessionBindingListener {
                    private static final long serialVersionUID = 1L;
                    final List<String> items = new ArrayList<>();
                    public void sessionWillPassivate(HttpSessionEvent event) {
                        logger.info("%1$s passivates");
                    }
                    public void sessionDidActivate(HttpSessionEvent event) {
                        logger.info("%1$s activates");
                    }
                    public void valueBound(HttpSessionBindingEvent event) {
                        logger.info("%1$s binds");
                    }
                    public void valueUnbound(HttpSessionBindingEvent event) {
                        logger.info("%1$s unbinds");
                    }
                }
                public interface Greeter {
                    String greet();
                }
                @GetMapping("/add")
                String add(HttpSession session, @RequestParam("item") String item) {
                    Cart cart = (Cart) session.getAttribute("cart");
                    if (cart == null) {
                        cart = new Cart();
                        session.setAttribute("cart", cart);
                    }
                    cart.items.add(item);
                    return show(session);
                }
                @GetMapping("/show")
                String show(HttpSession session) {
                    Cart cart = (Cart) session.getAttribute("cart");
                    return "%1$s " + (cart == null ? "none" : cart.items);
                }
                @GetMapping("/put")
                String put(HttpSession session, @RequestParam("key") String key, @RequestParam("value") String value) {
                    session.setAttribute(key, new StringBuffer(value));
                    return "%1$s";
                }
                @GetMapping("/unfit")
                String unfit(HttpSession session) {
                    session.setAttribute("unfit", new Object());
                    session.setAttribute("only-%1$s", new Only%1$s());
                    session.setAttribute("proxy", (Greeter) Proxy.newProxyInstance(
                            Shop.class.getClassLoader(), new Class<?>[] {Greeter.class, Serializable.class}, new Hello()));
                    return names(session);
                }
                @GetMapping("/greet")
                String greet(HttpSession session) {
                    return ((Greeter) session.getAttribute("proxy")).greet();
                }
                static class Only%1$s implements Serializable {}
                static class Hello implements java.lang.reflect.InvocationHandler, Serializable {
                    private static final long serialVersionUID = 1L;
                    public Object invoke(Object proxy, java.lang.reflect.Method method, Object[] arguments) {
                        return "hello from %1$s";
                    }
                }
                @GetMapping("/names")
                String names(HttpSession session) {
                    TreeMap<String, Object> all = new TreeMap<>();
                    Collections.list(session.getAttributeNames()).forEach(name -> all.put(name, session.getAttribute(name)));
                    return String.join(",", all.keySet());
                }
                @GetMapping("/rename")
                String rename(HttpServletRequest request) {
                    request.getSession();
                    return request.changeSessionId();
                }
                @GetMapping("/short")
                String shorten(HttpSession session) {
                    session.setMaxInactiveInterval(1);
                    return "%1$s";
                }
                @GetMapping("/wait")
                String waitAndSet(HttpSession session, @RequestParam("millis") long millis) throws Exception {
                    long end = System.currentTimeMillis() + millis;
                    while (System.currentTimeMillis() < end && !Boolean.getBoolean("berth-test.session-enough")) {
                        session.setAttribute("who", new StringBuffer("%1$s"));
                        session.setAttribute("from-%1$s", new StringBuffer("%1$s"));
                        session.getAttribute("who");
                        Thread.sleep(1);
                    }
                    return "%1$s " + session.getAttribute("who");
                }
                @GetMapping("/end")
                String end(HttpSession session) {
                    session.invalidate();
                    return "%1$s";
                }
                @Bean
                ServletListenerRegistrationBean<HttpSessionListener> lives() {
                    return new ServletListenerRegistrationBean<>(new HttpSessionListener() {
                        @Override
                        public void sessionCreated(HttpSessionEvent event) {
                            logger.info("%1$s creates");
                        }
                        @Override
                        public void sessionDestroyed(HttpSessionEvent event) {
                            logger.info("%1$s destroys " + (event.getSession().getAttribute("cart") instanceof Cart ? "Cart" : "none"));
                        }
                    });
                }
            }
            """;

    /** Ends the calls that write. */
    private static final String ENOUGH = "berth-test.session-enough";

    @TempDir
    private static Path directory;

    private static TwoVersions jars;

    private final RunningBase base = RunningBase.shared();
    private String cookie = "";

    @BeforeAll
    static void build() {
        jars = TwoVersions.of("shop", SOURCE, directory, BizJar::starterWebmvc);
    }

    @BeforeEach
    void installFirst() {
        succeed(base.install(jars.first()));
    }

    @AfterEach
    void uninstall() {
        System.clearProperty(ENOUGH);
        base.uninstallAll();
    }

    @Test
    void replaceAndRollbackWhenObjectsChangeInPlaceKeepThem() {
        // Given
        call("/add?item=pear");
        String before = cookie;
        // When
        succeed(base.install(jars.second()));
        String replaced = call("/add?item=plum");
        succeed(base.await(base.control().rollback(NAME)));
        String back = call("/add?item=fig");
        succeed(base.install(jars.second()));
        String again = call("/show");
        // Then
        assertThat(replaced).isEqualTo("V2 [pear, plum]");
        assertThat(back).isEqualTo("V1 [pear, plum, fig]");
        assertThat(again).isEqualTo("V2 [pear, plum, fig]");
        assertThat(cookie).isEqualTo(before);
        assertThat(base.server().sessions().count(NAME)).isEqualTo(1);
    }

    @Test
    void replaceWhenAnAttributeCannotBeCarriedDropsAndReportsIt() {
        // Given
        call("/add?item=pear");
        assertThat(call("/unfit")).isEqualTo("cart,only-V1,proxy,unfit");
        // When
        succeed(base.install(jars.second()));
        String names = call("/names");
        String greeting = call("/greet");
        // Then
        assertThat(names).isEqualTo("cart,proxy");
        assertThat(greeting).isEqualTo("hello from V2");
        assertThat(base.log("shop"))
                .contains("Session attribute 'unfit' is dropped: NotSerializableException: java.lang.Object")
                .contains(
                        "Session attribute 'only-V1' is dropped: ClassNotFoundException: com.example.shop.Shop$OnlyV1")
                .doesNotContain(cookie.substring(cookie.indexOf('=') + 1));
        RevisionView active = base.control().biz(NAME).revisions().get(0);
        assertThat(active.carriedAttributes()).isEqualTo(2);
        assertThat(active.droppedAttributes()).isEqualTo(2);
    }

    @Test
    void drainWhenAnAttributeWasDroppedMeanwhileSaysSo() {
        // Given
        call("/unfit");
        CompletableFuture<String> running = CompletableFuture.supplyAsync(() -> call("/wait?millis=25000"));
        assertThat(Eventually.holds(() -> base.revision("shop").calls().count() == 1))
                .isTrue();
        // When
        succeed(base.install(jars.second()));
        call("/names");
        System.setProperty(ENOUGH, "true");
        running.join();
        boolean told = Eventually.holds(() -> base.control().operations().stream()
                .filter(operation -> operation.kind() == Operation.Kind.DRAIN)
                .flatMap(operation -> operation.notes().stream())
                .anyMatch(note -> note.message().contains(" dropped")
                        && note.detail().orElse("").contains("'unfit': NotSerializableException")));
        // Then
        assertThat(told).isTrue();
    }

    @Test
    void replaceWhenBothRevisionsWriteAtOnceLetsTheLastOneWin() {
        // Given
        call("/add?item=pear");
        List<CompletableFuture<String>> old = IntStream.range(0, 4)
                .mapToObj(each -> CompletableFuture.supplyAsync(() -> call("/wait?millis=25000")))
                .toList();
        assertThat(Eventually.holds(() -> base.revision("shop").calls().count() == old.size()))
                .isTrue();
        // When
        succeed(base.install(jars.second()));
        List<CompletableFuture<String>> next = IntStream.range(0, 4)
                .mapToObj(each -> CompletableFuture.supplyAsync(() -> call("/wait?millis=500")))
                .toList();
        List<String> seenByNext = next.stream().map(CompletableFuture::join).toList();
        boolean oldStillWrote = old.stream().noneMatch(CompletableFuture::isDone);
        System.setProperty(ENOUGH, "true");
        List<String> seenByOld = old.stream().map(CompletableFuture::join).toList();
        call("/put?key=who&value=last");
        String last = call("/wait?millis=0");
        // Then
        assertThat(oldStillWrote).as("both wrote at once").isTrue();
        assertThat(last).isEqualTo("V2 last");
        assertThat(seenByNext).allMatch(seen -> seen.matches("V2 V[12]"));
        assertThat(seenByOld).allMatch(seen -> seen.matches("V1 V[12]"));
        assertThat(call("/names")).isEqualTo("cart,from-V1,from-V2,who");
        assertThat(call("/show")).isEqualTo("V2 [pear]");
    }

    @Test
    void replaceWhenTheSessionHasListenersTellsEachOnce() {
        // Given
        try (LogLines lines = LogLines.capture()) {
            call("/add?item=pear");
            // When
            succeed(base.install(jars.second()));
            call("/show");
            call("/show");
            call("/end");
            // Then
            assertThat(lines.events())
                    .filteredOn(line -> line.getLoggerName().equals("shop"))
                    .extracting(ILoggingEvent::getMessage)
                    .containsExactly(
                            "V1 creates",
                            "V1 binds",
                            "V1 passivates",
                            "V2 activates",
                            "V2 destroys Cart",
                            "V2 unbinds");
        }
    }

    @Test
    void changeOfTheIdWhenItWasCarriedHoldsForAllRevisions() {
        // Given
        call("/add?item=pear");
        String before = cookie;
        succeed(base.install(jars.second()));
        // When
        call("/rename");
        String after = cookie;
        succeed(base.await(base.control().rollback(NAME)));
        // Then
        assertThat(after).isNotEqualTo(before);
        assertThat(call("/show")).isEqualTo("V1 [pear]");
        cookie = before;
        assertThat(call("/show")).isEqualTo("V1 none");
    }

    @Test
    void uninstallWhenSessionsLiveEndsThem() {
        // Given
        try (LogLines lines = LogLines.capture()) {
            call("/add?item=pear");
            succeed(base.install(jars.second()));
            // When
            succeed(base.uninstall("shop"));
            // Then
            assertThat(lines.events())
                    .extracting(ILoggingEvent::getMessage)
                    .filteredOn(message -> message.contains("destroys"))
                    .hasSize(1);
            assertThat(base.server().sessions().count(NAME)).isZero();
        }
        succeed(base.install(jars.first()));
        assertThat(call("/show")).isEqualTo("V1 none");
    }

    @Test
    void replaceWhenTheOldOneIsStoppedFirstKeepsSessions() {
        // Given
        call("/add?item=pear");
        // When
        succeed(base.installStopFirst(jars.second()));
        // Then
        assertThat(call("/show")).isEqualTo("V2 [pear]");
    }

    private String call(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.uri("/shop" + path));
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        var answer = base.send(request.build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        Matcher set = Pattern.compile("JSESSIONID=[^;]+")
                .matcher(answer.headers().firstValue("Set-Cookie").orElse(""));
        if (set.find()) {
            cookie = set.group();
        }
        return answer.body();
    }

    private static void succeed(Operation operation) {
        assertThat(operation.problem()).isEmpty();
    }
}
