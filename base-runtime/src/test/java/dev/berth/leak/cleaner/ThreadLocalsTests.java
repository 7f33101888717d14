package dev.berth.leak.cleaner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public class ThreadLocalsTests {

    @ParameterizedTest
    @ValueSource(classes = {OwnValue.class, NestedValue.class, OwnKey.class, Inheritable.class})
    void cleanWhenAPooledThreadHasAValueOfBizRemovesIt(Class<? extends Runnable> leak) throws Exception {
        // Given
        Base.start();
        TinyBiz biz = TinyBiz.run(leak);
        assertThat(biz.isHeld()).isTrue();
        // When
        List<String> messages = biz.clean(new ThreadLocals());
        // Then
        assertThat(messages)
                .singleElement()
                .asString()
                .startsWith("Thread local value of " + leak.getName())
                .endsWith("of 1 threads was removed");
        assertThat(biz.isCollected()).isTrue();
        assertThat(Base.POOL.submit(() -> "works").get(5, TimeUnit.SECONDS)).isEqualTo("works");
    }

    @Test
    void findWhenAValueIsOfTheBaseLeavesIt() throws Exception {
        // Given
        Base.start();
        ThreadLocal<Object> local = new ThreadLocal<>();
        Base.POOL.submit(() -> local.set(List.of("kept"))).get(5, TimeUnit.SECONDS);
        TinyBiz biz = TinyBiz.run(OwnValue.class);
        // When
        biz.clean(new ThreadLocals());
        // Then
        assertThat(Base.POOL.submit(() -> local.get()).get(5, TimeUnit.SECONDS)).isEqualTo(List.of("kept"));
        assertThat(biz.isCollected()).isTrue();
    }

    public static class OwnValue implements Runnable {

        static final ThreadLocal<Object> LOCAL = new ThreadLocal<>();

        @Override
        public void run() {
            inPool(() -> LOCAL.set(new OwnValue()));
        }
    }

    public static class NestedValue implements Runnable {

        static final ThreadLocal<Object> LOCAL = new ThreadLocal<>();

        @Override
        public void run() {
            inPool(() -> LOCAL.set(java.util.Map.of("key", List.of(new NestedValue()))));
        }
    }

    public static class OwnKey implements Runnable {

        @Override
        public void run() {
            Local local = new Local();
            inPool(() -> local.set(local));
        }

        static class Local extends ThreadLocal<Object> {}
    }

    public static class Inheritable implements Runnable {

        static final InheritableThreadLocal<Object> LOCAL = new InheritableThreadLocal<>();

        @Override
        public void run() {
            inPool(() -> LOCAL.set(new Inheritable()));
        }
    }

    public static void inPool(Runnable task) {
        try {
            Base.POOL.submit(task).get(5, TimeUnit.SECONDS);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
