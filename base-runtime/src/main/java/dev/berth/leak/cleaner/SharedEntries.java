package dev.berth.leak.cleaner;

import java.util.concurrent.ConcurrentHashMap;

/** What Spring's cache of the newest entries keeps them in, without those whose key knows a class of a biz. */
final class SharedEntries extends ConcurrentHashMap<Object, Object> {

    private static final long serialVersionUID = 1;

    private final transient TypeSources sources;

    SharedEntries(TypeSources sources) {
        this.sources = sources;
    }

    /** Says of such an entry that it is there already, so that the cache does nothing more with it. */
    @Override
    public Object putIfAbsent(Object key, Object value) {
        return sources.knowABiz(key) ? value : super.putIfAbsent(key, value);
    }
}
