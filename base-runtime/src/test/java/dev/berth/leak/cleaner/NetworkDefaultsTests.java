package dev.berth.leak.cleaner;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.CookieManager;
import java.net.ProxySelector;
import java.net.ResponseCache;
import java.util.List;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;

class NetworkDefaultsTests {

    private static final ProxySelector JDK_PROXIES = ProxySelector.getDefault();
    private static final HostnameVerifier JDK_VERIFIER = HttpsURLConnection.getDefaultHostnameVerifier();

    @Test
    void cleanWhenBizSetDefaultsPutsBackThoseOfTheBase() {
        // Given
        CookieManager ofBase = new CookieManager();
        CookieHandler.setDefault(ofBase);
        ProxySelector proxies = ProxySelector.getDefault();
        HostnameVerifier verifier = (host, session) -> false;
        HttpsURLConnection.setDefaultHostnameVerifier(verifier);
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
        assertThat(HttpsURLConnection.getDefaultHostnameVerifier()).isSameAs(verifier);
        HttpsURLConnection.setDefaultHostnameVerifier(JDK_VERIFIER);
        CookieHandler.setDefault(null);
    }

    @Test
    void cleanWhenBizSetObjectsOfTheJdkWithPartsOfItsOwnPutsBackThoseOfTheBase() throws Exception {
        // Given
        SSLContext ofBase = SSLContext.getInstance("TLS");
        ofBase.init(null, null, null);
        Object context =
                Internals.constant(SSLContext.class.getName(), "defaultContext").orElse(null);
        Object factory = Internals.constant(HttpsURLConnection.class.getName(), "defaultSSLSocketFactory")
                .orElse(null);
        SSLContext.setDefault(ofBase);
        HttpsURLConnection.setDefaultSSLSocketFactory(ofBase.getSocketFactory());
        SSLSocketFactory factoryOfBase = HttpsURLConnection.getDefaultSSLSocketFactory();
        CookieHandler.setDefault(null);
        NetworkDefaults cleaner = new NetworkDefaults();
        TinyBiz biz = TinyBiz.run(TrustingAll.class);
        assertThat(biz.isHeld()).isTrue();
        // When
        List<String> messages = biz.clean(cleaner);
        // Then
        SSLContext contextAfter = SSLContext.getDefault();
        SSLSocketFactory factoryAfter = HttpsURLConnection.getDefaultSSLSocketFactory();
        Internals.set(SSLContext.class, "defaultContext", context);
        Internals.set(HttpsURLConnection.class, "defaultSSLSocketFactory", factory);
        assertThat(messages)
                .containsExactlyInAnyOrder(
                        "Default cookie handler java.net.CookieManager was replaced by what was there before",
                        "Default HTTPS socket factory sun.security.ssl.SSLSocketFactoryImpl was replaced by what was there"
                                + " before",
                        "Default TLS context javax.net.ssl.SSLContext was replaced by what was there before");
        assertThat(contextAfter).isSameAs(ofBase);
        assertThat(factoryAfter).isSameAs(factoryOfBase);
        assertThat(CookieHandler.getDefault()).isNull();
        assertThat(biz.isCollected()).isTrue();
    }

    @Test
    void cleanWhenNobodyHasAskedForTheTlsContextMakesNone() {
        // Given
        Object context =
                Internals.constant(SSLContext.class.getName(), "defaultContext").orElse(null);
        Internals.set(SSLContext.class, "defaultContext", null);
        TinyBiz biz = TinyBiz.run(Setting.class);
        // When
        biz.clean(new NetworkDefaults());
        // Then
        Object made =
                Internals.constant(SSLContext.class.getName(), "defaultContext").orElse(null);
        Internals.set(SSLContext.class, "defaultContext", context);
        resetDefaults();
        assertThat(made).isNull();
    }

    private static void resetDefaults() {
        Authenticator.setDefault(null);
        CookieHandler.setDefault(null);
        ProxySelector.setDefault(JDK_PROXIES);
        ResponseCache.setDefault(null);
        HttpsURLConnection.setDefaultHostnameVerifier(JDK_VERIFIER);
    }

    public static class TrustingAll implements Runnable {

        @Override
        public void run() {
            try {
                SSLContext context = SSLContext.getInstance("TLS");
                context.init(null, new TrustManager[] {new All()}, null);
                SSLContext.setDefault(context);
                HttpsURLConnection.setDefaultSSLSocketFactory(context.getSocketFactory());
                CookieHandler.setDefault(new CookieManager(null, (uri, cookie) -> true));
            } catch (java.security.GeneralSecurityException failure) {
                throw new IllegalStateException(failure);
            }
        }

        static class All implements X509TrustManager {
            @Override
            public void checkClientTrusted(java.security.cert.X509Certificate[] chain, String type) {}

            @Override
            public void checkServerTrusted(java.security.cert.X509Certificate[] chain, String type) {}

            @Override
            public java.security.cert.X509Certificate[] getAcceptedIssuers() {
                return new java.security.cert.X509Certificate[0];
            }
        }
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
