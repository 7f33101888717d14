package dev.berth.leak.cleaner;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContextLoadersTests {

    @Test
    void cleanWhenBizForgetsAnHttpClientEndsItsThread() {
        // Given
        TinyBiz biz = TinyBiz.run(WithClient.class);
        assertThat(biz.isHeld()).isTrue();
        // When
        List<String> messages = biz.clean(new InheritedRights(), new ContextLoaders());
        // Then
        assertThat(messages)
                .singleElement()
                .asString()
                .matches("Thread 'HttpClient-\\d+-SelectorManager' \\(with the biz's context loader\\) goes on with the"
                        + " base's context loader");
        assertThat(biz.isCollected()).isTrue();
    }

    public static class WithClient implements Runnable {

        static HttpClient client;

        @Override
        public void run() {
            client = HttpClient.newHttpClient();
        }
    }
}
