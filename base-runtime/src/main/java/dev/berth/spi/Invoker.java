package dev.berth.spi;

import dev.berth.api.spi.DynamicInvoker;
import dev.berth.api.spi.PatternType;
import dev.berth.broker.Demand;
import dev.berth.broker.Selector;
import dev.berth.broker.VersionRange;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Gives stubs for what is asked in the code; the same stub for the same question, as long as there are few questions.
 *
 * @param <T> the SPI
 */
final class Invoker<T> implements DynamicInvoker<T> {

    /** Parameters may be made of whatever customers send. */
    private static final int MOST = 256;

    private final ProviderTable table;
    private final Service service;
    private final Class<T> spi;
    private final VersionRange versions;
    private final Optional<String> consumer;
    private final Map<Object, Stub<T>> stubs = new ConcurrentHashMap<>();

    Invoker(ProviderTable table, Class<T> spi, VersionRange versions, Optional<String> consumer) {
        this.table = table;
        this.service = table.service(spi);
        this.spi = spi;
        this.versions = versions;
        this.consumer = consumer;
    }

    @Override
    public T getService() {
        return find("", Selector.parse(PatternType.ID, ""));
    }

    @Override
    public T getService(String id) {
        if (id.isEmpty()) {
            throw new IllegalArgumentException("The id of a provider is empty");
        }
        Stub<T> known = stubs.get(id);
        return known != null ? known.checked() : find(id, Selector.parse(PatternType.ID, id));
    }

    @Override
    public T getService(Map<String, ?> parameters) {
        Selector selector = Selector.of(parameters);
        return find(selector.parameters(), selector);
    }

    private T find(Object question, Selector selector) {
        Stub<T> known = stubs.get(question);
        if (known != null) {
            return known.checked();
        }
        Line line = table.line(service, new Demand(service.contract().info(), selector, versions, consumer));
        Stub<T> made = new Stub<>(line, table.stub(spi, line));
        T checked = made.checked();
        if (stubs.size() >= MOST) {
            stubs.clear();
        }
        stubs.put(question, made);
        return checked;
    }

    @Override
    public String toString() {
        return "Invoker of '" + service.contract().info().code() + "'";
    }

    private record Stub<T>(Line line, T stub) {

        private T checked() {
            line.check();
            return stub;
        }
    }
}
