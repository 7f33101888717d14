package dev.berth.leak.cleaner;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.CookieManager;
import java.net.ProxySelector;
import java.net.ResponseCache;
import java.util.List;
import javax.net.ssl.HttpsURLConnection;
import org.junit.jupiter.api.Test;

class NetworkDefaultsTests {

    @Test
    void cleanWhenBizSetDefaultsPutsBackThoseOfTheBase() {
        // Given
        CookieManager ofBase = new CookieManager();
        CookieHandler.setDefault(ofBase);
        ProxySelector proxies = ProxySelector.getDefault();
        NetworkDefaults cleaner = new NetworkDefaults();
        TinyBiz biz = TinyBiz.run(Setting.class);
        assertThat(biz.isHeld()).isTrue();
        // When
        List<String> messages = biz.clean(cleaner);
        // Then
        assertThat(messages)
                .hasSize(5)
                .contains("Default authenticator " + Setting.class.getName()
                        + "$OwnAuthenticator was replaced by what was there before");
        assertThat(biz.isCollected()).isTrue();
        assertThat(CookieHandler.getDefault()).isSameAs(ofBase);
        assertThat(ProxySelector.getDefault()).isSameAs(proxies);
        assertThat(Authenticator.getDefault()).isNull();
        CookieHandler.setDefault(null);
    }

    public static class Setting implements Runnable {

        @Override
        public void run() {
            Authenticator.setDefault(new OwnAuthenticator());
            CookieHandler.setDefault(new Cookies());
            ProxySelector.setDefault(new Proxies());
            ResponseCache.setDefault(new Cache());
            HttpsURLConnection.setDefaultHostnameVerifier((host, session) -> true);
        }

        static class OwnAuthenticator extends Authenticator {}

        static class Cookies extends CookieManager {}

        static class Proxies extends ProxySelector {
            @Override
            public List<java.net.Proxy> select(java.net.URI uri) {
                return List.of(java.net.Proxy.NO_PROXY);
            }

            @Override
            public void connectFailed(java.net.URI uri, java.net.SocketAddress address, java.io.IOException failure) {}
        }

        static class Cache extends ResponseCache {
            @Override
            public java.net.CacheResponse get(
                    java.net.URI uri, String method, java.util.Map<String, List<String>> headers) {
                return null;
            }

            @Override
            public java.net.CacheRequest put(java.net.URI uri, java.net.URLConnection connection) {
                return null;
            }
        }
    }
}
