package dev.berth.leak.cleaner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShutdownHooksTests {

    @Test
    void cleanWhenBizHasAHookRunsAndRemovesIt() {
        // Given
        Base.slot = null;
        TinyBiz biz = TinyBiz.run(Hooking.class);
        assertThat(biz.isHeld()).isTrue();
        // When
        List<String> messages = biz.clean(new ShutdownHooks());
        // Then
        assertThat(messages)
                .singleElement()
                .asString()
                .startsWith("Shutdown hook 'farewell' (its task is a " + Hooking.class.getName())
                .endsWith("was run and removed");
        assertThat(Base.slot).isEqualTo("farewell");
        assertThat(biz.isCollected()).isTrue();
    }

    @Test
    void cleanWhenALibraryHasAHookThroughBizGivesItAnotherContextLoader() {
        // Given
        Base.slot = null;
        TinyBiz biz = TinyBiz.run(OfLibrary.class);
        assertThat(biz.isHeld()).isTrue();
        // When
        List<String> messages = biz.clean(new ShutdownHooks(), new InheritedRights());
        // Then
        assertThat(messages)
                .containsExactly("Shutdown hook 'library' (with the biz's context loader) stays with the base's context"
                        + " loader");
        assertThat(biz.isCollected()).isTrue();
        Thread hook = ShutdownHooks.hooks().stream()
                .filter(thread -> thread.getName().equals("library"))
                .findFirst()
                .orElseThrow();
        assertThat(Runtime.getRuntime().removeShutdownHook(hook)).isTrue();
    }

    public static class Hooking implements Runnable {

        @Override
        public void run() {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> Base.slot = "farewell", "farewell"));
        }
    }

    public static class OfLibrary implements Runnable {

        @Override
        public void run() {
            Runtime.getRuntime().addShutdownHook(new Thread(new Farewell(), "library"));
        }
    }

    public static class Farewell implements Runnable {

        @Override
        public void run() {
            Base.slot = "library";
        }
    }
}
