package dev.berth.logging;

import ch.qos.logback.classic.util.LogbackMDCAdapter;
import dev.berth.api.BizIdentity;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.spi.MDCAdapter;

/**
 * Adds the biz of the logging thread to the diagnostic context of each line.
 *
 * <p>It is worked out from the thread's context loader when a line is logged; nothing is put on a thread, so nothing can
 * be forgotten there, and threads that a biz starts itself need no care. Writes go to the adapter that was there before.
 */
final class BizMdc extends LogbackMDCAdapter {

    static final String NAME = "biz";
    static final String VERSION = "bizVersion";

    private final MDCAdapter before;

    BizMdc(MDCAdapter before) {
        this.before = before;
    }

    MDCAdapter before() {
        return before;
    }

    @Override
    public Map<String, String> getPropertyMap() {
        return withBiz(
                before instanceof LogbackMDCAdapter logback ? logback.getPropertyMap() : before.getCopyOfContextMap());
    }

    @Override
    public Map<String, String> getCopyOfContextMap() {
        return withBiz(before.getCopyOfContextMap());
    }

    private static Map<String, String> withBiz(@Nullable Map<String, String> context) {
        Map<String, String> known = context == null ? Map.of() : context;
        Optional<BizIdentity> biz = BizIdentity.current();
        if (biz.isEmpty()) {
            return known;
        }
        Map<String, String> all = new HashMap<>(known);
        all.put(NAME, biz.get().name());
        all.put(VERSION, biz.get().version());
        return all;
    }

    @Override
    public void put(String key, String value) {
        before.put(key, value);
    }

    @Override
    public @Nullable String get(String key) {
        return before.get(key);
    }

    @Override
    public void remove(String key) {
        before.remove(key);
    }

    @Override
    public void clear() {
        before.clear();
    }

    @Override
    @SuppressWarnings({"rawtypes", "unchecked"})
    public void setContextMap(Map contextMap) {
        before.setContextMap(contextMap);
    }

    @Override
    public void pushByKey(String key, String value) {
        before.pushByKey(key, value);
    }

    @Override
    public @Nullable String popByKey(String key) {
        return before.popByKey(key);
    }

    @Override
    public @Nullable Deque<String> getCopyOfDequeByKey(String key) {
        return before.getCopyOfDequeByKey(key);
    }

    @Override
    public void clearDequeByKey(String key) {
        before.clearDequeByKey(key);
    }
}
