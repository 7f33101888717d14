package dev.berth.leak.cleaner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.util.List;
import org.junit.jupiter.api.Test;

class UrlHandlersTests {

    @Test
    @SuppressWarnings("deprecation")
    void cleanWhenBizSetTheFactoryRemovesItAndItsHandlers() throws Exception {
        // Given
        TinyBiz biz = TinyBiz.run(Setting.class);
        assertThat(biz.isHeld()).isTrue();
        // When
        List<String> messages = biz.clean(new UrlHandlers());
        // Then
        assertThat(messages)
                .hasSize(2)
                .contains("URL stream handler " + Setting.class.getName() + "$Handler of protocol 'tiny' was removed");
        assertThat(biz.isCollected()).isTrue();
        assertThat(new URL("file:/x").getProtocol()).isEqualTo("file");
    }

    public static class Setting implements Runnable {

        @Override
        @SuppressWarnings("deprecation")
        public void run() {
            URL.setURLStreamHandlerFactory(protocol -> protocol.equals("tiny") ? new Handler() : null);
            try {
                new URL("tiny:x");
            } catch (java.net.MalformedURLException failure) {
                throw new IllegalStateException(failure);
            }
        }

        static class Handler extends URLStreamHandler {
            @Override
            protected URLConnection openConnection(URL url) throws IOException {
                throw new IOException();
            }
        }
    }
}
