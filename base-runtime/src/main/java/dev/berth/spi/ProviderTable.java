package dev.berth.spi;

import dev.berth.api.spi.PatternType;
import dev.berth.api.spi.ProviderGoneException;
import dev.berth.api.spi.ProviderInfo;
import dev.berth.api.spi.RoutingPolicy;
import dev.berth.api.spi.SpiException;
import dev.berth.biz.BizName;
import dev.berth.biz.RevisionId;
import dev.berth.broker.Choice;
import dev.berth.broker.Demand;
import dev.berth.broker.Router;
import dev.berth.broker.Selector;
import dev.berth.broker.VersionRange;
import dev.berth.error.BerthException;
import dev.berth.lifecycle.CallAdmission;
import dev.berth.lifecycle.PointerListener;
import dev.berth.lifecycle.Revision;
import dev.berth.lifecycle.RevisionRegistry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * All SPIs with their providers: registered when their revision is ready, called while the pointer of their biz names it.
 *
 * <p>Whatever changes, an SPI gets a new snapshot in one write; callers never wait for the lock of those who change, and no
 * code of base or biz runs under that lock. Safe for use by many threads.
 */
final class ProviderTable implements PointerListener {

    private final RevisionRegistry registry;
    private final CallAdmission admission;
    private final Function<Contract, List<ProviderEntry>> ofBase;
    private final Stubs stubs = new Stubs();
    private final Map<Class<?>, Service> services = new ConcurrentHashMap<>();
    private final Set<BizName> uninstalled = ConcurrentHashMap.newKeySet();
    private final Service policies;

    /** Held while an SPI becomes known, which runs code of the base; pointers move meanwhile. */
    private final Object making = new Object();

    private @Nullable GuardedPolicy policy;

    /**
     * Makes an empty table that follows the pointers of a registry.
     *
     * @param ofBase finds what the base provides of an SPI without Spring, when that SPI is first seen
     */
    ProviderTable(RevisionRegistry registry, Function<Contract, List<ProviderEntry>> ofBase) {
        this.registry = registry;
        this.admission = new CallAdmission(registry);
        this.ofBase = ofBase;
        this.policies = new Service(Contract.of(RoutingPolicy.class));
        services.put(RoutingPolicy.class, policies);
        registry.onMove(this);
    }

    CallAdmission admission() {
        return admission;
    }

    /**
     * Makes a stub.
     *
     * @throws BerthException with SPI_INVALID when the type can't be an SPI
     */
    <T> T stub(Class<T> spi, Line line) {
        return stubs.make(spi, line);
    }

    Line line(Service service, Demand demand) {
        return new Line(service, demand, this);
    }

    /**
     * Returns an SPI, which is known from the first question on.
     *
     * @throws BerthException with SPI_INVALID when the type can't be an SPI
     */
    Service service(Class<?> spi) {
        Service known = services.get(spi);
        return known != null ? known : add(spi);
    }

    private Service add(Class<?> spi) {
        synchronized (making) {
            Service known = services.get(spi);
            if (known != null) {
                return known;
            }
            Contract contract = Contract.of(spi);
            checkName(contract);
            Service service = new Service(contract);
            List<Registration> base = ofBase.apply(contract).stream()
                    .map(entry -> new Registration(service, entry))
                    .toList();
            Registrations.check(base);
            begin(service, base);
            return service;
        }
    }

    private void checkName(Contract contract) {
        services.values().stream()
                .map(Service::contract)
                .filter(other -> other.info().code().equals(contract.info().code())
                        && other.info().version().equals(contract.info().version()))
                .findFirst()
                .ifPresent(other -> {
                    throw Contract.invalid(
                            contract.type(),
                            "has the code '" + contract.info().code() + "' and the version of '"
                                    + other.info().className() + "'",
                            "Give it another code, or another version.");
                });
    }

    private synchronized void begin(Service service, List<Registration> base) {
        List<ProviderEntry> entries = base.stream().map(Registration::entry).toList();
        service.publish(new Snapshot(entries, entries, currentPolicy()));
        services.put(service.contract().type(), service);
    }

    /** Returns all SPIs that were seen, by code. */
    List<Service> services() {
        return services.values().stream()
                .sorted(Comparator.comparing(
                                (Service service) -> service.contract().info().code())
                        .thenComparing(service -> service.contract().info().version()))
                .toList();
    }

    /**
     * Adds the providers of a revision, or of the base.
     *
     * @throws BerthException with SPI_PROVIDER_INVALID when two of one SPI and owner have the same id and version, or the
     *     base has two defaults; nothing is added then
     */
    synchronized void register(Collection<Registration> registrations) {
        Registrations.check(registrations);
        for (Registration each : registrations) {
            List<ProviderEntry> all = new ArrayList<>(each.service().snapshot().registered());
            all.add(each.entry());
            publish(each.service(), all);
        }
    }

    /** Takes out the providers of a revision and lets go of them, and forgets its consumers. Doing it twice is harmless. */
    synchronized void release(Revision revision) {
        takeOut(revision, entry -> entry.revision() == revision);
        services.values().forEach(service -> service.consumers().removeIf(consumer -> isOf(revision.id(), consumer)));
    }

    /** Takes out some providers of a revision that goes on, and lets go of them. Doing it twice is harmless. */
    synchronized void release(Revision revision, Collection<ProviderEntry> entries) {
        takeOut(revision, entries::contains);
    }

    /** An entry is emptied when no snapshot has it any more: who finds it empty looks again. */
    private void takeOut(Revision revision, Predicate<ProviderEntry> which) {
        for (Service service : services.values()) {
            List<ProviderEntry> all = service.snapshot().registered();
            List<ProviderEntry> released = all.stream().filter(which).toList();
            if (!released.isEmpty()) {
                service.departed().released(revision, Snapshot.infos(released));
                publish(service, all.stream().filter(which.negate()).toList());
                released.forEach(ProviderEntry::empty);
            }
        }
    }

    private static boolean isOf(RevisionId revision, Consumer consumer) {
        return consumer.owner().filter(revision::equals).isPresent();
    }

    /** Notes that a biz is no longer installed. */
    void uninstalled(BizName name) {
        uninstalled.add(name);
    }

    @Override
    public synchronized void moved(BizName name) {
        if (registry.active(name).isPresent()) {
            uninstalled.remove(name);
        }
        for (Service service : services.values()) {
            List<ProviderEntry> all = service.snapshot().registered();
            if (all.stream().anyMatch(entry -> isOf(name, entry))) {
                publish(service, all);
            }
        }
    }

    private static boolean isOf(BizName name, ProviderEntry entry) {
        Revision revision = entry.revision();
        return revision != null && revision.id().name().equals(name);
    }

    private void publish(Service service, List<ProviderEntry> registered) {
        List<ProviderEntry> active = registered.stream().filter(this::isActive).toList();
        service.publish(registered, active);
        if (service == policies) {
            services.values().stream().filter(other -> other != policies).forEach(other -> {
                Snapshot now = other.snapshot();
                other.publish(new Snapshot(now.registered(), now.active(), currentPolicy()));
            });
        }
    }

    private boolean isActive(ProviderEntry entry) {
        Revision revision = entry.revision();
        return revision == null || admission.isActive(revision);
    }

    private @Nullable GuardedPolicy currentPolicy() {
        if (policies.snapshot().active().isEmpty()) {
            return null;
        }
        if (policy == null) {
            policy = makePolicy();
        }
        return policy;
    }

    /** Not before the first biz brings a policy: the start of a base has no time for it. */
    private GuardedPolicy makePolicy() {
        Demand sole = new Demand(
                policies.contract().info(),
                Selector.parse(PatternType.ID, ""),
                VersionRange.parse(""),
                Optional.empty());
        return new GuardedPolicy(stubs.make(RoutingPolicy.class, line(policies, sole)));
    }

    /** Says why there is not exactly one provider to call. */
    SpiException failure(Service service, Demand demand, Choice choice) {
        if (choice instanceof Choice.Several several) {
            return several.exception();
        }
        if (choice instanceof Choice.Found stopped) {
            return gone(demand, stopped.provider(), stoppedUnder(stopped.provider()));
        }
        List<ProviderInfo> fitting = Router.matching(demand, service.departed().all());
        if (!fitting.isEmpty()) {
            ProviderInfo last = fitting.get(fitting.size() - 1);
            return gone(demand, last, reason(last));
        }
        return choice instanceof Choice.None none ? none.exception() : new Choice.None(demand, List.of()).exception();
    }

    private static ProviderGoneException gone(Demand demand, ProviderInfo info, String reason) {
        return new ProviderGoneException(
                "Provider " + Choice.name(info) + " of " + demand.describe() + " has gone: " + reason,
                demand.spi(),
                List.of());
    }

    private static String stoppedUnder(ProviderInfo info) {
        return "this call began on version '" + info.bizVersion().orElse("?") + "' of biz '"
                + info.biz().orElse("?") + "', which has been stopped";
    }

    private String reason(ProviderInfo info) {
        if (info.biz().isEmpty()) {
            return "the base has no such provider any more";
        }
        BizName name = new BizName(info.biz().get());
        return registry.active(name)
                .map(active -> without(active, info))
                .orElseGet(
                        () -> "biz '" + name + "' " + (uninstalled.contains(name) ? "was uninstalled" : "is stopped"));
    }

    private static String without(Revision active, ProviderInfo info) {
        String version = active.id().version().value();
        return "version '" + version + "' of biz '" + active.id().name() + "', which is active now, "
                + (info.bizVersion().filter(version::equals).isPresent() ? "has closed it" : "does not provide it");
    }

    /**
     * A provider that is to be added.
     *
     * @param service the SPI
     * @param entry the provider
     */
    record Registration(Service service, ProviderEntry entry) {}
}
