package dev.berth.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.api.BizIdentity;
import dev.berth.guard.Changes.How;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ChangesTests {

    private final List<String> told = new ArrayList<>();
    private final Table table = new Table();
    private final Changes changes = changes();

    private Changes changes() {
        table.put("zone", "UTC");
        return new Changes(
                List.of(table),
                report -> told.add(report.by().biz().name() + " " + report.what()
                        + (report.how() == How.SEEN ? "" : " (" + report.how() + ")")));
    }

    @Test
    void changeOfABizIsToldAndPutBack() {
        // When
        set("zone", "Tokyo", by("a", 1));
        List<String> done = changes.putBack("a:1#1", Optional.empty());
        // Then
        assertThat(told).containsExactly("a zone from UTC to Tokyo");
        assertThat(done).containsExactly("zone");
        assertThat(table.read("zone")).isEqualTo("UTC");
    }

    @Test
    void newKeyIsTakenAwayAgain() {
        // When
        set("new", "value", by("a", 1));
        changes.putBack("a:1#1", Optional.empty());
        // Then
        assertThat(table.keys()).containsExactly("zone");
    }

    @Test
    void settingItToWhatItIsIsNotTold() {
        // When
        set("zone", "UTC", by("a", 1));
        // Then
        assertThat(told).isEmpty();
        assertThat(changes.putBack("a:1#1", Optional.empty())).isEmpty();
    }

    @Test
    void changeOfTheBaseIsNotToldAndStands() {
        // Given
        set("zone", "Tokyo", by("a", 1));
        // When
        set("zone", "Paris", Optional.empty());
        List<String> done = changes.putBack("a:1#1", Optional.empty());
        // Then
        assertThat(done).isEmpty();
        assertThat(told).hasSize(1);
        assertThat(table.read("zone")).isEqualTo("Paris");
    }

    @Test
    void changeThatNobodyToldIsFoundByComparison() {
        // Given
        table.put("zone", "Tokyo");
        // When
        changes.compare(by("a", 1), How.FOUND);
        changes.putBack("a:1#1", Optional.empty());
        // Then
        assertThat(told).containsExactly("a zone from UTC to Tokyo (FOUND)");
        assertThat(table.read("zone")).isEqualTo("UTC");
    }

    @Test
    void changeThatNobodyToldAndNobodyIsSuspectedOfStands() {
        // Given
        table.put("zone", "Tokyo");
        // When
        changes.compare(Optional.empty(), How.FOUND);
        changes.putBack("a:1#1", Optional.empty());
        // Then
        assertThat(told).isEmpty();
        assertThat(table.read("zone")).isEqualTo("Tokyo");
    }

    @Test
    void changeThatTheBaseCouldHaveMadeIsToldAndStands() {
        // Given
        table.put("zone", "Tokyo");
        // When
        changes.compare(by("a", 1), How.GUESSED);
        List<String> done = changes.putBack("a:1#1", Optional.empty());
        // Then
        assertThat(told).containsExactly("a zone from UTC to Tokyo (GUESSED)");
        assertThat(done).isEmpty();
        assertThat(table.read("zone")).isEqualTo("Tokyo");
    }

    /** The other one has set the value and tells it while the values are looked through. */
    @Test
    void changeThatIsToldDuringAComparisonIsOfTheOneWhoTellsIt() {
        // Given
        table.beforeRead = () -> {
            table.beforeRead = () -> {};
            table.put("zone", "Paris");
            Thread other = new Thread(() -> changes.set(table, "zone", by("b", 2)));
            other.start();
            join(other);
        };
        // When
        changes.compare(by("a", 1), How.FOUND);
        changes.putBack("a:1#1", Optional.empty());
        // Then
        assertThat(told).containsExactly("b zone from UTC to Paris");
        assertThat(table.read("zone")).isEqualTo("Paris");
    }

    /** The biz has set the value, and its thread comes to tell it only when the values were looked through. */
    @Test
    void changeThatIsToldAfterAComparisonIsOfTheOneWhoTellsIt() {
        // Given
        table.put("zone", "Tokyo");
        changes.compareTold();
        // When
        changes.set(table, "zone", by("a", 1));
        List<String> done = changes.putBack("a:1#1", Optional.empty());
        // Then
        assertThat(told).containsExactly("a zone from UTC to Tokyo");
        assertThat(done).containsExactly("zone");
        assertThat(table.read("zone")).isEqualTo("UTC");
    }

    @Test
    void changeThatNobodyTellsUntilTheNextComparisonIsOfTheBase() {
        // Given
        table.put("zone", "Tokyo");
        changes.compareTold();
        changes.compareTold();
        // When
        set("zone", "Paris", by("a", 1));
        changes.putBack("a:1#1", Optional.empty());
        // Then
        assertThat(table.read("zone")).isEqualTo("Tokyo");
    }

    @Test
    void changeThatWasTakenBackBeforeAnybodyToldItIsForgotten() {
        // Given
        table.put("zone", "Tokyo");
        changes.compareTold();
        table.put("zone", "UTC");
        changes.compareTold();
        // When
        set("zone", "Paris", by("a", 1));
        changes.putBack("a:1#1", Optional.empty());
        // Then
        assertThat(told).containsExactly("a zone from UTC to Paris");
        assertThat(table.read("zone")).isEqualTo("UTC");
    }

    @Test
    void changeOfABizOverOneThatNobodyToldGoesBackToThat() {
        // Given
        table.put("zone", "Tokyo");
        changes.compareTold();
        // When
        set("zone", "Paris", by("a", 1));
        changes.putBack("a:1#1", Optional.empty());
        // Then
        assertThat(told).containsExactly("a zone from Tokyo to Paris");
        assertThat(table.read("zone")).isEqualTo("Tokyo");
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void replacedRevisionLeavesItToTheNextOne() {
        // Given
        set("zone", "Tokyo", by("a", 1));
        // When
        List<String> first = changes.putBack("a:1#1", Optional.of("a:2#2"));
        String between = String.valueOf(table.read("zone"));
        changes.putBack("a:2#2", Optional.empty());
        // Then
        assertThat(first).isEmpty();
        assertThat(between).isEqualTo("Tokyo");
        assertThat(table.read("zone")).isEqualTo("UTC");
    }

    /** A thread in the JDK may hold a lock that putting back needs; it must not be made to wait. */
    @Test
    @Timeout(20)
    void changeWhilePuttingBackWaitsForNobody() throws InterruptedException {
        // Given
        set("zone", "Tokyo", by("a", 1));
        CountDownLatch inWrite = new CountDownLatch(1);
        CountDownLatch noted = new CountDownLatch(1);
        table.beforeWrite = () -> {
            inWrite.countDown();
            await(noted);
        };
        Thread puttingBack = new Thread(() -> changes.putBack("a:1#1", Optional.empty()));
        puttingBack.start();
        await(inWrite);
        // When
        set("other", "value", by("b", 2));
        noted.countDown();
        puttingBack.join(Duration.ofSeconds(10).toMillis());
        // Then
        assertThat(puttingBack.isAlive()).isFalse();
        changes.compare(Optional.empty(), How.FOUND);
        assertThat(told).contains("b other from null to value");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void set(String key, String value, Optional<Caller> by) {
        table.put(key, value);
        changes.set(table, key, by);
    }

    private Optional<Caller> by(String name, int number) {
        BizIdentity biz = new BizIdentity(name, String.valueOf(number), name + ":" + number + "#" + number);
        return Optional.of(new Caller(biz, getClass().getClassLoader(), "a test"));
    }

    private static final class Table implements SharedValue {

        private final Map<String, Object> values = new ConcurrentHashMap<>();
        private Runnable beforeWrite = () -> {};
        private Runnable beforeRead = () -> {};

        void put(String key, Object value) {
            values.put(key, value);
        }

        @Override
        public Set<String> keys() {
            return Set.copyOf(values.keySet());
        }

        @Override
        public Object read(String key) {
            beforeRead.run();
            return values.get(key);
        }

        @Override
        public void write(String key, Object value) {
            beforeWrite.run();
            if (value == null) {
                values.remove(key);
            } else {
                values.put(key, value);
            }
        }

        @Override
        public boolean same(Object one, Object other) {
            return Objects.equals(one, other);
        }

        @Override
        public boolean outlastsRevision() {
            return true;
        }

        @Override
        public String name(String key) {
            return key;
        }

        @Override
        public String change(String key, Object from, Object to) {
            return key + " from " + from + " to " + to;
        }
    }
}
