package dev.berth.spi;

import dev.berth.api.spi.PatternType;
import dev.berth.api.spi.SpiProvider;
import dev.berth.broker.Demand;
import dev.berth.broker.Selector;
import dev.berth.broker.VersionRange;
import dev.berth.lifecycle.Revision;
import dev.berth.lifecycle.RevisionFixture;
import dev.berth.lifecycle.RevisionRegistry;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A table with providers that need no biz. */
final class TableFixture {

    final RevisionRegistry registry;
    final ProviderTable table;

    TableFixture() {
        this(new RevisionRegistry());
    }

    TableFixture(RevisionRegistry registry) {
        this.registry = registry;
        this.table = new ProviderTable(registry, contract -> List.of());
    }

    /** Registers a provider of a revision, or of the base. */
    ProviderEntry register(@Nullable Revision revision, Offer offer) {
        List<ProviderTable.Registration> made = new Registrar(
                        table, revision, TableFixture.class.getClassLoader(), "localhost:8080")
                .registrations(offer);
        table.register(made);
        return made.get(0).entry();
    }

    ProviderEntry register(@Nullable Revision revision, Object target, String id) {
        return register(revision, new Offer(target, id, Optional.ofNullable(annotation(target))));
    }

    private static @Nullable SpiProvider annotation(Object target) {
        return target.getClass().getAnnotation(SpiProvider.class);
    }

    void point(Revision revision) {
        RevisionFixture.point(registry, revision);
    }

    void pointAway(Revision revision) {
        RevisionFixture.pointAway(registry, revision);
    }

    <T> T sole(Class<T> spi) {
        return stub(spi, PatternType.ID, "");
    }

    <T> T stub(Class<T> spi, PatternType type, String pattern) {
        Service service = table.service(spi);
        Demand demand = new Demand(
                service.contract().info(), Selector.parse(type, pattern), VersionRange.parse(""), Optional.empty());
        return table.stub(spi, table.line(service, demand));
    }
}
