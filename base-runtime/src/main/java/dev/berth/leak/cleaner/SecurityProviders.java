package dev.berth.leak.cleaner;

import java.security.Provider;
import java.security.Security;
import java.util.Arrays;
import java.util.List;

/** Security providers that a biz brought and that are still registered. */
public final class SecurityProviders implements Cleaner {

    @Override
    public List<Leftover> find(ClosedBiz biz) {
        return Arrays.stream(Security.getProviders())
                .filter(biz::made)
                .map(SecurityProviders::leftover)
                .toList();
    }

    private static Leftover leftover(Provider provider) {
        return Leftover.of(
                "Security provider '" + provider.getName() + "'",
                "removed",
                () -> Security.removeProvider(provider.getName()));
    }
}
