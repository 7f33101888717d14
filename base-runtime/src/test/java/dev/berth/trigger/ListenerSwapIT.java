package dev.berth.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.lifecycle.DrainReport;
import dev.berth.lifecycle.Revision;
import dev.berth.testing.Broker;
import dev.berth.testing.Eventually;
import jakarta.jms.ConnectionFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.task.VirtualThreadTaskExecutor;
import org.springframework.jms.annotation.EnableJms;
import org.springframework.jms.annotation.JmsListener;
import org.springframework.jms.config.DefaultJmsListenerContainerFactory;
import org.springframework.jms.config.JmsListenerEndpointRegistry;

/** Message listeners take messages on the active revision and on no other; a real broker has them. */
class ListenerSwapIT {

    private static final String ORDERS = "orders";
    private static final String PAUSED = "paused";

    private static final Map<String, Queue<String>> HANDLED = new ConcurrentHashMap<>();
    private static Broker broker;
    private static CountDownLatch slow;

    @BeforeAll
    static void startBroker() {
        broker = Broker.start(41);
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @BeforeEach
    void forget() {
        HANDLED.clear();
        slow = new CountDownLatch(1);
    }

    @AfterEach
    void release() {
        slow.countDown();
    }

    @Test
    void startWhenRevisionIsNotActiveTakesNoMessage() throws InterruptedException {
        try (SpringRevisions revisions = new SpringRevisions(Orders.class)) {
            // Given
            Revision revision = revisions.start("1");
            broker.send(ORDERS, "a");
            Thread.sleep(300);
            boolean early = HANDLED.containsKey("1");
            // When
            revisions.swap(revision);
            boolean handled = Eventually.holds(() -> handled("1").contains("a"));
            // Then
            assertThat(early).isFalse();
            assertThat(handled).isTrue();
        }
    }

    @Test
    void swapThereAndBackLosesNoMessageAndHandlesEachOnce() throws InterruptedException {
        try (SpringRevisions revisions = new SpringRevisions(Orders.class)) {
            // Given
            Revision first = revisions.start("1");
            revisions.swap(first);
            List<String> texts =
                    IntStream.range(0, 3000).mapToObj(String::valueOf).toList();
            Thread sender = new Thread(() -> texts.forEach(text -> broker.send(ORDERS, text)));
            sender.start();
            Eventually.holds(() -> handled("1").size() > 100);
            // When
            revisions.swap(revisions.start("2"));
            Eventually.holds(() -> handled("2").size() > 100);
            revisions.standBy(first);
            int byFirst = handled("1").size();
            revisions.swap(first);
            Eventually.holds(() -> handled("1").size() > byFirst + 100);
            sender.join();
            boolean all =
                    Eventually.holds(() -> handled("1").size() + handled("2").size() >= texts.size());
            // Then
            assertThat(all).isTrue();
            assertThat(IntStream.of(1, 2).mapToObj(String::valueOf).flatMap(version -> handled(version).stream()))
                    .containsExactlyInAnyOrderElementsOf(texts);
            assertThat(byFirst).isLessThan(handled("1").size());
            assertThat(Eventually.holds(() -> broker.left(ORDERS) == 0)).isTrue();
        }
    }

    @Test
    void swapWhenListenersHaveFetchedAheadGivesTheMessagesBack() throws InterruptedException {
        try (SpringRevisions revisions = new SpringRevisions(Orders.class)) {
            // Given
            Revision first = revisions.start("1");
            revisions.swap(first);
            Eventually.holds(() -> broker.consumers(ORDERS) == 1);
            broker.send(ORDERS, "slow", "b", "c");
            Eventually.holds(() -> handled("1 begun").contains("slow"));
            // When
            revisions.swap(revisions.start("2"));
            boolean waits = first.calls().count() == 1;
            slow.countDown();
            revisions.standBy(first);
            boolean handled = Eventually.holds(() -> handled("2").size() == 2);
            // Then
            assertThat(waits).as("the message that is handled counts as a call").isTrue();
            assertThat(handled("1")).containsExactly("slow");
            assertThat(handled).isTrue();
            assertThat(handled("2")).containsExactly("b", "c");
            assertThat(broker.consumers(ORDERS)).isOne();
        }
    }

    @Test
    void swapBackWhileAListenerIsStillBusyStartsItAgainAfterwards() throws InterruptedException {
        try (SpringRevisions revisions = new SpringRevisions(Orders.class)) {
            // Given
            Revision first = revisions.start("1");
            revisions.swap(first);
            broker.send(ORDERS, "slow");
            Eventually.holds(() -> handled("1 begun").contains("slow"));
            Revision second = revisions.start("2");
            revisions.swap(second);
            // When
            revisions.swap(first);
            slow.countDown();
            revisions.standBy(second);
            broker.send(ORDERS, "d");
            boolean handled = Eventually.holds(() -> handled("1").contains("d"));
            // Then
            assertThat(handled).isTrue();
            assertThat(first.calls().count()).isZero();
        }
    }

    @Test
    void swapLeavesListenersOffThatDoNotStartOfThemselves() throws InterruptedException {
        try (SpringRevisions revisions = new SpringRevisions(Orders.class)) {
            // Given
            Revision first = revisions.start("1");
            revisions.swap(first);
            broker.send(PAUSED, "x");
            Thread.sleep(300);
            boolean early = handled("1").contains("x");
            JmsListenerEndpointRegistry registry = revisions.context(first).getBean(JmsListenerEndpointRegistry.class);
            // When
            registry.getListenerContainer(PAUSED).start();
            boolean byHand = Eventually.holds(() -> handled("1").contains("x"));
            Revision second = revisions.start("2");
            revisions.swap(second);
            revisions.standBy(first);
            revisions.swap(first);
            boolean runsAgain =
                    Eventually.holds(() -> registry.getListenerContainer(PAUSED).isRunning());
            // Then
            assertThat(early).isFalse();
            assertThat(byHand).isTrue();
            assertThat(runsAgain).isTrue();
            assertThat(revisions
                            .context(second)
                            .getBean(JmsListenerEndpointRegistry.class)
                            .getListenerContainer(PAUSED)
                            .isRunning())
                    .isFalse();
        }
    }

    @Test
    void drainBreaksAListenerOffAtItsDeadlineAndTellsWhereItWas() throws InterruptedException {
        assertBrokenOff(Orders.class, "platform");
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void drainBreaksAListenerOnAVirtualThreadOff() throws InterruptedException {
        assertBrokenOff(VirtualOrders.class, "virtual");
    }

    private static void assertBrokenOff(Class<?> orders, String kind) throws InterruptedException {
        try (SpringRevisions revisions = new SpringRevisions(orders)) {
            // Given
            Revision first = revisions.start("1");
            revisions.swap(first);
            broker.send(ORDERS, "slow");
            boolean begun = Eventually.holds(() -> handled("1 begun").contains("slow"));
            Revision second = revisions.start("2");
            revisions.swap(second);
            broker.send(ORDERS, "slow", "e");
            boolean bothBusy = Eventually.holds(() -> handled("2 begun").contains("slow"));
            // When
            DrainReport report = revisions.drain(first, Duration.ofMillis(100));
            revisions.lifecycle().standBy(first);
            // Then
            assertThat(begun && bothBusy).isTrue();
            assertThat(report.callsLeft()).isOne();
            assertThat(report.cut()).singleElement().satisfies(cut -> {
                assertThat(cut.description()).isEqualTo("message listener DefaultMessageListenerContainer");
                assertThat(cut.thread()).as(kind).contains(kind.equals("virtual") ? "virtual-orders" : ORDERS);
                assertThat(cut.stack()).contains("ListenerSwapIT$Orders.order");
            });
            assertThat(handled("1 broken off")).containsExactly("slow");
            assertThat(first.calls().count()).isZero();
            assertThat(handled("2 broken off"))
                    .as("the other revision works on")
                    .isEmpty();
            // When
            slow.countDown();
            boolean again = Eventually.holds(() -> handled("2").size() == 3);
            revisions.swap(first);
            revisions.standBy(second);
            broker.send(ORDERS, "f");
            boolean usable = Eventually.holds(() -> handled("1").contains("f"));
            // Then
            assertThat(again)
                    .as("what was broken off is delivered again: " + HANDLED + ", left " + broker.left(ORDERS))
                    .isTrue();
            assertThat(handled("2")).containsExactlyInAnyOrder("slow", "slow", "e");
            assertThat(usable).isTrue();
        }
    }

    @Test
    void startWhenTheBizStartsAListenerItselfHoldsItUntilItIsActive() {
        try (SpringRevisions revisions = new SpringRevisions(Orders.class)
                .adjusting(context -> context.addApplicationListener(event -> {
                    if (event instanceof ContextRefreshedEvent) {
                        context.getBean(JmsListenerEndpointRegistry.class).start();
                    }
                }))) {
            // When
            Revision revision = revisions.start("1");
            JmsListenerEndpointRegistry registry =
                    revisions.context(revision).getBean(JmsListenerEndpointRegistry.class);
            boolean held = Eventually.holds(() -> !registry.isRunning());
            revisions.swap(revision);
            boolean runs =
                    Eventually.holds(() -> registry.getListenerContainer(ORDERS).isRunning());
            // Then
            assertThat(held).isTrue();
            assertThat(runs).isTrue();
        }
    }

    @Test
    void swapStartsAndStopsTheBeansThatTheBizNames() {
        try (SpringRevisions revisions = new SpringRevisions(Others.class).adjusting(ListenerSwapIT::nameFeed)) {
            // Given
            Revision first = revisions.start("1");
            Feed feed = revisions.context(first).getBean("feed", Feed.class);
            Feed server = revisions.context(first).getBean("server", Feed.class);
            int startsOfFeed = feed.starts;
            boolean serverRan = server.isRunning();
            // When
            revisions.swap(first);
            boolean feedRuns = feed.isRunning();
            revisions.swap(revisions.start("2"));
            // Then
            assertThat(startsOfFeed).isZero();
            assertThat(serverRan).isTrue();
            assertThat(feedRuns).isTrue();
            assertThat(Eventually.holds(() -> !feed.isRunning())).isTrue();
            assertThat(server.isRunning()).isTrue();
        }
    }

    private static void nameFeed(GenericApplicationContext context) {
        context.getEnvironment()
                .getPropertySources()
                .addLast(new MapPropertySource("settings", Map.of("berth.triggers", "feed")));
        assertThat(Binder.get(context.getEnvironment())
                        .bind("berth.triggers", String.class)
                        .get())
                .isEqualTo("feed");
    }

    private static Queue<String> handled(String version) {
        return HANDLED.computeIfAbsent(version, name -> new ConcurrentLinkedQueue<>());
    }

    @EnableJms
    static class Orders {

        @Value("${version}")
        private String version;

        @Bean
        static ConnectionFactory connectionFactory() {
            return new ActiveMQConnectionFactory(broker.url());
        }

        /** As Spring Boot makes it. */
        @Bean
        static DefaultJmsListenerContainerFactory jmsListenerContainerFactory(ConnectionFactory connectionFactory) {
            DefaultJmsListenerContainerFactory factory = new DefaultJmsListenerContainerFactory();
            factory.setConnectionFactory(connectionFactory);
            factory.setSessionTransacted(true);
            return factory;
        }

        @Bean
        static DefaultJmsListenerContainerFactory offFactory(ConnectionFactory connectionFactory) {
            DefaultJmsListenerContainerFactory factory = jmsListenerContainerFactory(connectionFactory);
            factory.setAutoStartup(false);
            return factory;
        }

        @JmsListener(id = ORDERS, destination = ORDERS)
        void order(String text) throws InterruptedException {
            handled(version + " begun").add(text);
            try {
                if (text.equals("slow")) {
                    slow.await(20, TimeUnit.SECONDS);
                }
            } catch (InterruptedException brokenOff) {
                handled(version + " broken off").add(text);
                throw brokenOff;
            }
            handled(version).add(text);
        }

        @JmsListener(id = PAUSED, destination = PAUSED, containerFactory = "offFactory")
        void paused(String text) {
            handled(version).add(text);
        }
    }

    /** As an application configures it that wants virtual threads. */
    static class VirtualOrders extends Orders {

        @Bean
        static DefaultJmsListenerContainerFactory jmsListenerContainerFactory(ConnectionFactory connectionFactory) {
            DefaultJmsListenerContainerFactory factory = Orders.jmsListenerContainerFactory(connectionFactory);
            factory.setTaskExecutor(new VirtualThreadTaskExecutor("virtual-orders-"));
            return factory;
        }
    }

    static class Others {

        @Bean
        Feed feed() {
            return new Feed();
        }

        @Bean
        Feed server() {
            return new Feed();
        }
    }
}
