package dev.berth.spi;

import dev.berth.api.spi.ProviderInfo;
import dev.berth.lifecycle.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The only place that holds a provider; emptied when its revision is released, so that whoever still has the entry has
 * nothing of the biz.
 */
final class ProviderEntry {

    private final ProviderInfo info;
    private final @Nullable Revision revision;
    private volatile @Nullable Object target;
    private volatile @Nullable ClassLoader loader;

    /**
     * Makes an entry.
     *
     * @param revision whose provider it is, or {@code null} for one of the base
     * @param loader the context loader of its calls
     */
    ProviderEntry(ProviderInfo info, @Nullable Revision revision, Object target, ClassLoader loader) {
        this.info = info;
        this.revision = revision;
        this.target = target;
        this.loader = loader;
    }

    ProviderInfo info() {
        return info;
    }

    /** Returns the revision, or {@code null} for one of the base, which is never taken away. */
    @Nullable
    Revision revision() {
        return revision;
    }

    /** Returns the provider, or {@code null} when it was released. */
    @Nullable
    Object target() {
        return target;
    }

    /** Returns the context loader of its calls, or {@code null} when it was released. */
    @Nullable
    ClassLoader loader() {
        return loader;
    }

    void empty() {
        target = null;
        loader = null;
    }
}
