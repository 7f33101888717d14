package dev.berth.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NetworkValuesTests {

    private static final SharedValue TLS = NetworkValues.BY_CALL.get(JdkHook.TLS);
    private static final SharedValue SOCKETS = NetworkValues.BY_CALL.get(JdkHook.SOCKETS);

    private Object context;
    private Object factory;

    @BeforeEach
    void takeAway() throws ReflectiveOperationException {
        context = field(SSLContext.class, "defaultContext").get(null);
        factory = field(HttpsURLConnection.class, "defaultSSLSocketFactory").get(null);
        set(null, null);
    }

    @AfterEach
    void putBack() throws ReflectiveOperationException {
        set(context, factory);
    }

    private static void set(Object context, Object factory) throws ReflectiveOperationException {
        field(SSLContext.class, "defaultContext").set(null, context);
        field(HttpsURLConnection.class, "defaultSSLSocketFactory").set(null, factory);
    }

    @Test
    void readMakesNoDefaults() throws ReflectiveOperationException {
        // When
        Object tls = TLS.read("");
        Object sockets = SOCKETS.read("");
        // Then
        assertThat(tls).isNull();
        assertThat(sockets).isNull();
        assertThat(field(SSLContext.class, "defaultContext").get(null)).isNull();
        assertThat(field(HttpsURLConnection.class, "defaultSSLSocketFactory").get(null))
                .isNull();
    }

    @Test
    void whatTheJdkMakesWhenItIsAskedForIsNoChange() throws Exception {
        // When
        SSLContext made = SSLContext.getDefault();
        HttpsURLConnection.setDefaultSSLSocketFactory(made.getSocketFactory());
        // Then
        assertThat(TLS.read("")).isNull();
        assertThat(SOCKETS.read("")).isNull();
    }

    @Test
    void whatSomebodySetsIsReadAndCanBeTakenAway() throws Exception {
        // Given
        SSLContext own = SSLContext.getInstance("TLS");
        own.init(null, null, null);
        // When
        SSLContext.setDefault(own);
        HttpsURLConnection.setDefaultSSLSocketFactory(own.getSocketFactory());
        // Then
        assertThat(TLS.read("")).isSameAs(own);
        assertThat(SOCKETS.read("")).isSameAs(HttpsURLConnection.getDefaultSSLSocketFactory());
        // When
        TLS.write("", null);
        SOCKETS.write("", null);
        // Then
        assertThat(SSLContext.getDefault()).isNotSameAs(own);
        assertThat(SOCKETS.read("")).isNull();
    }

    private static Field field(Class<?> type, String name) throws ReflectiveOperationException {
        Field field = type.getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }
}
