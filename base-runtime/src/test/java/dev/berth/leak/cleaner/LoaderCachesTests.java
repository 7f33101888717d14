package dev.berth.leak.cleaner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.util.ConcurrentLruCache;
import org.springframework.util.ConcurrentReferenceHashMap;

/** A cache of Spring that is kept apart still is a cache, for each loader. */
class LoaderCachesTests {

    private final ClassLoader shop = new ClassLoader(null) {};
    private final ClassLoader orders = new ClassLoader(null) {};

    private final ConcurrentReferenceHashMap<Object, Object> map = new ConcurrentReferenceHashMap<>(256);
    private final AtomicInteger made = new AtomicInteger();
    private final ConcurrentLruCache<String, Integer> newest =
            new ConcurrentLruCache<>(2, key -> made.incrementAndGet());

    @Test
    void mapHasForEachLoaderWhatThatOnePut() {
        // Given
        assertThat(LoaderCaches.keepApart(map)).isTrue();
        // When
        as(shop, () -> map.put("key", "of the shop"));
        as(orders, () -> map.put("key", "of the orders"));
        // Then
        assertThat(as(shop, () -> map.get("key"))).isEqualTo("of the shop");
        assertThat(as(orders, () -> map.get("key"))).isEqualTo("of the orders");
        assertThat(as(null, () -> map.get("key"))).isNull();
    }

    @Test
    void mapForgetsWhatItHadAndIsEmptiedForAll() {
        // Given
        map.put("key", "before");
        LoaderCaches.keepApart(map);
        assertThat(map).isEmpty();
        as(shop, () -> map.put("key", "of the shop"));
        // When
        map.clear();
        // Then
        assertThat(as(shop, () -> map.get("key"))).isNull();
    }

    @Test
    void mapThatGrowsKeepsTheEntriesOfItsLoader() {
        // Given
        LoaderCaches.keepApart(map);
        List<Integer> keys = IntStream.range(0, 5_000).boxed().toList();
        // When
        as(shop, () -> {
            keys.forEach(key -> map.put(key, key));
            return keys;
        });
        // Then
        assertThat(as(shop, () -> keys.stream().filter(map::containsKey).count()))
                .isEqualTo(5_000L);
        assertThat(as(shop, () -> map.remove(7))).isEqualTo(7);
        assertThat(as(shop, () -> map.get(7))).isNull();
    }

    @Test
    void newestHasForEachLoaderWhatWasMadeUnderThatOne() {
        // Given
        assertThat(LoaderCaches.keepApart(newest)).isTrue();
        // When
        as(shop, () -> newest.get("key"));
        as(orders, () -> newest.get("key"));
        // Then
        assertThat(as(shop, () -> newest.get("key"))).isEqualTo(1);
        assertThat(as(orders, () -> newest.get("key"))).isEqualTo(2);
        assertThat(as(orders, () -> newest.contains("key"))).isTrue();
        assertThat(as(null, () -> newest.contains("key"))).isFalse();
    }

    @Test
    void newestDropsTheOldestOfAllLoadersWhenItIsFull() {
        // Given
        LoaderCaches.keepApart(newest);
        as(shop, () -> newest.get("a"));
        as(shop, () -> newest.get("b"));
        // When
        as(orders, () -> newest.get("c"));
        as(orders, () -> newest.get("d"));
        // Then
        assertThat(newest.size()).isEqualTo(2);
        assertThat(as(shop, () -> newest.contains("a"))).isFalse();
        assertThat(as(orders, () -> newest.contains("d"))).isTrue();
        assertThat(as(orders, () -> newest.remove("d"))).isTrue();
        newest.clear();
        assertThat(newest.size()).isZero();
    }

    @Test
    void whatIsNoCacheNeedsNoChangeAndWhatIsUnknownCannotBeChanged() {
        assertThat(LoaderCaches.keepApart("absent")).isTrue();
        assertThat(LoaderCaches.keepApart(new ArrayList<>())).isFalse();
    }

    private static <T> T as(ClassLoader loader, Supplier<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
