package dev.berth.leak.cleaner;

import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.ResponseCache;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * What a biz has set for all network connections of the JVM: authenticator, proxies, cookies, response cache, host name
 * verifier and socket factory of HTTPS. What the base had is put back.
 */
public final class NetworkDefaults implements Cleaner {

    private final List<Setting<?>> settings = List.of(
            new Setting<>("authenticator", Authenticator::getDefault, Authenticator::setDefault),
            new Setting<>("proxy selector", ProxySelector::getDefault, ProxySelector::setDefault),
            new Setting<>("cookie handler", CookieHandler::getDefault, CookieHandler::setDefault),
            new Setting<>("response cache", ResponseCache::getDefault, ResponseCache::setDefault));

    /** Remembers what the base has; made before any biz runs. */
    public NetworkDefaults() {}

    @Override
    public List<Leftover> find(ClosedBiz biz) {
        return Stream.concat(settings.stream(), Tls.SETTINGS.stream())
                .flatMap(setting -> setting.find(biz))
                .toList();
    }

    /** Looked at late, since asking makes the defaults. */
    private static final class Tls {

        static final List<Setting<?>> SETTINGS = List.of(
                new Setting<HostnameVerifier>(
                        "host name verifier",
                        HttpsURLConnection::getDefaultHostnameVerifier,
                        HttpsURLConnection::setDefaultHostnameVerifier,
                        (host, session) -> false),
                new Setting<SSLSocketFactory>(
                        "HTTPS socket factory",
                        HttpsURLConnection::getDefaultSSLSocketFactory,
                        HttpsURLConnection::setDefaultSSLSocketFactory,
                        (SSLSocketFactory) SSLSocketFactory.getDefault()));
    }

    /** One default, with what it was before any biz could change it. */
    private record Setting<T>(String name, Supplier<@Nullable T> now, Consumer<@Nullable T> set, @Nullable T before) {

        Setting(String name, Supplier<@Nullable T> now, Consumer<@Nullable T> set) {
            this(name, now, set, now.get());
        }

        Stream<Leftover> find(ClosedBiz biz) {
            T current = now.get();
            return current != null && biz.made(current)
                    ? Stream.of(Leftover.of(
                            "Default " + name + " " + current.getClass().getName(),
                            "replaced by what was there before",
                            () -> set.accept(before)))
                    : Stream.of();
        }
    }
}
