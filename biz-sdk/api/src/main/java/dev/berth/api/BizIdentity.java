package dev.berth.api;

import java.util.Objects;
import java.util.Optional;

/**
 * Names one installed copy of a business module.
 *
 * <p>Stability: stable. Immutable and safe for use by many threads.
 *
 * @param name the name of the biz, such as {@code catalog}
 * @param version the version of the biz, such as {@code 1.4.0}
 * @param revision the id of the installed copy, unique in the life of a base's home, such as {@code catalog:1.4.0#7}
 */
public record BizIdentity(String name, String version, String revision) {

    public BizIdentity {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(revision, "revision");
    }

    /**
     * Finds the biz that the calling thread works for, by the thread's context class loader.
     *
     * @return the identity, or empty outside a base and on a thread of the base itself
     */
    public static Optional<BizIdentity> current() {
        return of(Thread.currentThread().getContextClassLoader());
    }

    /**
     * Finds the biz whose classes a loader defines.
     *
     * @param loader the loader to ask; the bootstrap loader is given as {@code null}
     * @return the identity, or empty when the loader is not that of a biz
     */
    public static Optional<BizIdentity> of(ClassLoader loader) {
        return loader instanceof BizScope scope ? Optional.of(scope.bizIdentity()) : Optional.empty();
    }
}
