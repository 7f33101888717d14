package dev.berth.guard;

import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.ResponseCache;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * What all network connections of a JVM share.
 *
 * <p>The TLS context and the socket factory of HTTPS are made by the JDK when somebody first asks for them. That is no
 * change, and nobody asks here: what the JDK has made or will make counts as none. It needs {@code javax.net.ssl} and
 * {@code sun.security.ssl} open; without that the two are not looked after.
 */
final class NetworkValues {

    private static final StaticField CONTEXT = new StaticField(SSLContext.class, "defaultContext");
    private static final StaticField FACTORY = new StaticField(HttpsURLConnection.class, "defaultSSLSocketFactory");

    /** By what the guard is told when they are set. */
    static final Map<String, SharedValue> BY_CALL = Map.of(
            JdkHook.AUTHENTICATOR,
            NetworkValues.<@Nullable Authenticator>value(
                    "the default authenticator", Authenticator::getDefault, Authenticator::setDefault),
            JdkHook.PROXIES,
            NetworkValues.<@Nullable ProxySelector>value(
                    "the default proxy selector", ProxySelector::getDefault, ProxySelector::setDefault),
            JdkHook.COOKIES,
            NetworkValues.<@Nullable CookieHandler>value(
                    "the default cookie handler", CookieHandler::getDefault, CookieHandler::setDefault),
            JdkHook.RESPONSES,
            NetworkValues.<@Nullable ResponseCache>value(
                    "the default response cache", ResponseCache::getDefault, ResponseCache::setDefault),
            JdkHook.VERIFIER,
            NetworkValues.<HostnameVerifier>value(
                    "the default host name verifier of HTTPS",
                    HttpsURLConnection::getDefaultHostnameVerifier,
                    HttpsURLConnection::setDefaultHostnameVerifier),
            JdkHook.SOCKETS,
            NetworkValues.<@Nullable Object>value(
                    "the default socket factory of HTTPS", NetworkValues::factory, FACTORY::write),
            JdkHook.TLS,
            NetworkValues.<@Nullable Object>value("the default TLS context", NetworkValues::context, CONTEXT::write));

    private NetworkValues() {}

    private static <V extends @Nullable Object> SharedValue value(String name, Supplier<V> read, Consumer<V> write) {
        return new SingleValue<>(name, read, write, false);
    }

    private static @Nullable Object context() {
        return CONTEXT.read() instanceof SSLContext context
                        && !context.getProtocol().equals("Default")
                ? context
                : null;
    }

    private static @Nullable Object factory() {
        Object factory = FACTORY.read();
        return factory instanceof SSLSocketFactory && !isOfJdk(factory) ? factory : null;
    }

    private static boolean isOfJdk(Object factory) {
        boolean usual = factory.getClass().getName().equals("sun.security.ssl.SSLSocketFactoryImpl");
        Object context = usual ? StaticField.read(factory.getClass(), "context", factory) : factory;
        return context == null
                || context.getClass().getName().equals("sun.security.ssl.SSLContextImpl$DefaultSSLContext");
    }

    /** A static field of the JDK, or one that can't be had. */
    private record StaticField(Class<?> type, String name) {

        private @Nullable Object read() {
            return read(type, name, null);
        }

        private static @Nullable Object read(Class<?> type, String name, @Nullable Object owner) {
            try {
                Field field = type.getDeclaredField(name);
                field.setAccessible(true);
                return field.get(owner);
            } catch (ReflectiveOperationException | InaccessibleObjectException closed) {
                return null;
            }
        }

        private void write(@Nullable Object value) {
            try {
                Field field = type.getDeclaredField(name);
                field.setAccessible(true);
                field.set(null, value);
            } catch (ReflectiveOperationException | InaccessibleObjectException closed) {
                throw new IllegalStateException("What could be read can be written", closed);
            }
        }
    }
}
