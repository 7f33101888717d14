package dev.berth.leak.cleaner;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContextLoadersTests {

    @Test
    void cleanWhenBizStartedAThreadOfALibraryGivesItAnotherContextLoader() {
        // Given
        Base.slot = null;
        TinyBiz biz = TinyBiz.run(Starting.class);
        assertThat(biz.isHeld()).isTrue();
        // When
        List<String> messages = biz.clean(new ContextLoaders(), new InheritedRights());
        // Then
        assertThat(messages)
                .containsExactly("Thread 'of-a-library' (with the biz's context loader) goes on with the base's context"
                        + " loader");
        assertThat(biz.isCollected()).isTrue();
        Base.slot = "end";
    }

    @Test
    void cleanWhenBizForgetsAnHttpClientFreesIt() {
        // Given
        TinyBiz biz = TinyBiz.run(WithClient.class);
        boolean held = biz.isHeld();
        // On later JDKs its thread may end by itself when the client is gone
        assertThat(held || Runtime.version().feature() >= 25).isTrue();
        // When
        if (held) {
            biz.clean(new InheritedRights(), new ContextLoaders());
        }
        // Then
        assertThat(biz.isCollected()).isTrue();
    }

    public static class Starting implements Runnable {

        @Override
        public void run() {
            Thread thread = new Thread(new InheritedRightsTests.OfTheBase(), "of-a-library");
            thread.setDaemon(true);
            thread.start();
        }
    }

    public static class WithClient implements Runnable {

        static HttpClient client;

        @Override
        public void run() {
            client = HttpClient.newHttpClient();
        }
    }
}
