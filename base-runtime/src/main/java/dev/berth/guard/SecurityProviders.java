package dev.berth.guard;

import java.security.Provider;
import java.security.Security;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The security providers of the JVM by their names; one that comes back gets the place that it had. */
final class SecurityProviders implements SharedValue {

    private final Map<String, Integer> places = new ConcurrentHashMap<>();

    @Override
    public Set<String> keys() {
        Set<String> names = new LinkedHashSet<>();
        for (Provider provider : Security.getProviders()) {
            names.add(provider.getName());
            places.putIfAbsent(provider.getName(), names.size());
        }
        return names;
    }

    @Override
    public @Nullable Object read(String key) {
        return Security.getProvider(key);
    }

    @Override
    public void write(String key, @Nullable Object value) {
        Security.removeProvider(key);
        if (value instanceof Provider provider) {
            Security.insertProviderAt(provider, places.getOrDefault(key, 0));
        }
    }

    @Override
    public String name(String key) {
        return "the security provider '" + key + "'";
    }
}
