package dev.berth.leak.cleaner;

import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.ResponseCache;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * What a biz has set for all network connections of the JVM: authenticator, proxies, cookies, response cache, TLS context,
 * host name verifier and socket factory of HTTPS. Objects of the biz's classes count, and objects of the JDK that lead to
 * such, as a TLS context does to a trust manager. What the base had is put back.
 *
 * <p>What has nothing of the biz's classes says not whose it is; the guard sees who has set that.
 */
public final class NetworkDefaults implements Cleaner {

    private final List<Setting<?>> settings = List.of(
            new Setting<>("authenticator", Authenticator::getDefault, Authenticator::setDefault),
            new Setting<>("proxy selector", ProxySelector::getDefault, ProxySelector::setDefault),
            new Setting<>("cookie handler", CookieHandler::getDefault, CookieHandler::setDefault),
            new Setting<>("response cache", ResponseCache::getDefault, ResponseCache::setDefault),
            new Setting<>(
                    "host name verifier",
                    HttpsURLConnection::getDefaultHostnameVerifier,
                    HttpsURLConnection::setDefaultHostnameVerifier),
            ofField("HTTPS socket factory", HttpsURLConnection.class, "defaultSSLSocketFactory"),
            ofField("TLS context", SSLContext.class, "defaultContext"));

    /** Remembers what the base has; made before any biz runs. */
    public NetworkDefaults() {}

    /** Asking in the public way would make what is not there yet. */
    private static Setting<?> ofField(String name, Class<?> type, String field) {
        return new Setting<Object>(
                name,
                () -> Internals.constant(type.getName(), field).orElse(null),
                value -> Internals.set(type, field, value));
    }

    @Override
    public List<Leftover> find(ClosedBiz biz) {
        return settings.stream().flatMap(setting -> setting.find(biz)).toList();
    }

    /** One default, with what it was before any biz could change it. */
    private record Setting<T>(String name, Supplier<@Nullable T> now, Consumer<@Nullable T> set, @Nullable T before) {

        Setting(String name, Supplier<@Nullable T> now, Consumer<@Nullable T> set) {
            this(name, now, set, now.get());
        }

        Stream<Leftover> find(ClosedBiz biz) {
            T current = now.get();
            return current != null
                            && current != before
                            && Reach.find(biz, current).isPresent()
                    ? Stream.of(Leftover.of(
                            "Default " + name + " " + current.getClass().getName(),
                            "replaced by what was there before",
                            () -> set.accept(before)))
                    : Stream.of();
        }
    }
}
