package dev.berth.leak.cleaner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.core.ResolvableType;
import org.springframework.util.ConcurrentLruCache;
import org.springframework.util.ConcurrentReferenceHashMap;

/** A cache of Spring that remembers only what knows shared classes still is a cache. */
class SharedOnlyTests {

    private final SharedOnly shared = new SharedOnly(TypeSources.find().orElseThrow());
    private final ConcurrentReferenceHashMap<Object, Object> map = new ConcurrentReferenceHashMap<>(16);
    private final AtomicInteger made = new AtomicInteger();
    private final ConcurrentLruCache<Object, Integer> newest =
            new ConcurrentLruCache<>(2, key -> made.incrementAndGet());

    @Test
    void mapRemembersWhatKnowsSharedClasses() {
        // Given
        map.put("before", "value");
        assertThat(shared.remember(map)).isTrue();
        List<Integer> keys = IntStream.range(0, 5_000).boxed().toList();
        // When
        keys.forEach(key -> map.put(key, typeOf(List.class)));
        // Then
        assertThat(map.get("before")).isNull();
        assertThat(keys).allMatch(map::containsKey);
        assertThat(map.remove(7)).isNotNull();
        assertThat(map.get(7)).isNull();
    }

    @Test
    void mapDoesNotRememberWhatKnowsABizAndDoesNotGrowByIt() {
        // Given
        shared.remember(map);
        map.put("shared", typeOf(List.class));
        Object ofABiz = typeOf(bizClass());
        // When
        IntStream.range(0, 10_000).forEach(key -> map.put(key, ofABiz));
        // Then
        assertThat(map.get(5)).isNull();
        assertThat(map.get("shared")).isNotNull();
        assertThat(map.size()).isLessThan(16 * 65);
    }

    @Test
    void mapThatManyUseAtOnceKeepsWhatIsShared() {
        // Given
        shared.remember(map);
        Object ofABiz = typeOf(bizClass());
        Object ofAll = typeOf(List.class);
        // When
        IntStream.range(0, 40_000).parallel().forEach(key -> map.put(key, key % 2 == 0 ? ofAll : ofABiz));
        // Then
        assertThat(IntStream.range(0, 40_000).filter(map::containsKey))
                .hasSize(20_000)
                .allMatch(key -> key % 2 == 0);
    }

    @Test
    void newestRemembersWhatKnowsSharedClassesAndDropsTheOldest() {
        // Given
        assertThat(shared.remember(newest)).isTrue();
        // When
        newest.get("a");
        newest.get("b");
        newest.get("c");
        // Then
        assertThat(newest.size()).isEqualTo(2);
        assertThat(newest.contains("a")).isFalse();
        assertThat(newest.get("c")).isEqualTo(3);
        assertThat(newest.remove("c")).isTrue();
    }

    @Test
    void newestMakesWhatKnowsABizAnewEachTime() {
        // Given
        shared.remember(newest);
        newest.get("a");
        ResolvableType ofABiz = resolvable(bizClass());
        // When
        IntStream.range(0, 100).forEach(unused -> newest.get(ofABiz));
        // Then
        assertThat(made).hasValue(101);
        assertThat(newest.size()).isEqualTo(1);
        assertThat(newest.contains("a")).isTrue();
    }

    @Test
    void whatTheBaseDoesNotHaveNeedsNoChangeAndWhatIsUnknownIsNotChanged() {
        assertThat(shared.remember(SpringCaches.value("com.example.Absent#cache")))
                .isTrue();
        assertThat(shared.remember(SpringCaches.value("org.springframework.core.ResolvableType#renamed")))
                .isFalse();
        assertThat(shared.remember(new ArrayList<>())).isFalse();
    }

    @Test
    void typeWithinATypeOfABizIsOfThatBiz() {
        // Given
        TypeSources sources = TypeSources.find().orElseThrow();
        ResolvableType ofABiz = resolvable(bizClass());
        // Then
        assertThat(sources.knowABiz(ofABiz)).isTrue();
        assertThat(sources.knowABiz(ofABiz.getGeneric(0))).isTrue();
        assertThat(sources.knowABiz(ResolvableType.forArrayComponent(ofABiz))).isTrue();
        assertThat(sources.knowABiz(resolvable(List.class))).isFalse();
        assertThat(sources.knowABiz(ResolvableType.forClass(bizClass()))).isFalse();
        assertThat(sources.knowABiz("text")).isFalse();
    }

    /** The proxy that Spring hands out; what it shows of it is the JDK's type within. */
    private static Object typeOf(Class<?> owner) {
        return Internals.value(resolvable(owner), "type").orElseThrow();
    }

    /** Of {@code Class<?> getClass()} as the class has it. */
    private static ResolvableType resolvable(Class<?> owner) {
        ResolvableType.clearCache();
        try {
            return ResolvableType.forMethodReturnType(Object.class.getMethod("getClass"), owner);
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Class<?> bizClass() {
        try {
            return new TinyBiz.Loader(Tiny.class.getName(), SharedOnlyTests.class.getClassLoader())
                    .loadClass(Tiny.class.getName());
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static class Tiny {}
}
