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
import dev.berth.error.ErrorCode;
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
import org.jspecify.annotations.Nullable;

/**
 * All SPIs with their providers: registered when their revision is ready, called while the pointer of their biz names it.
 *
 * <p>Whatever changes, an SPI gets a new snapshot in one write; callers never wait for the lock of those who change.
 * Safe for use by many threads.
 */
final class ProviderTable implements PointerListener {

    private final RevisionRegistry registry;
    private final CallAdmission admission;
    private final Function<Contract, List<ProviderEntry>> ofBase;
    private final Stubs stubs = new Stubs();
    private final Map<Class<?>, Service> services = new ConcurrentHashMap<>();
    private final Set<BizName> uninstalled = ConcurrentHashMap.newKeySet();
    private final Service policies;
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

    private synchronized Service add(Class<?> spi) {
        Service known = services.get(spi);
        if (known != null) {
            return known;
        }
        Contract contract = Contract.of(spi);
        services.values().stream()
                .map(Service::contract)
                .filter(other -> other.info().code().equals(contract.info().code())
                        && other.info().version().equals(contract.info().version()))
                .findFirst()
                .ifPresent(other -> {
                    throw Contract.invalid(
                            spi,
                            "has the code '" + contract.info().code() + "' and the version of '"
                                    + other.info().className() + "'",
                            "Give it another code, or another version.");
                });
        Service service = new Service(contract);
        List<ProviderEntry> base = ofBase.apply(contract);
        service.publish(new Snapshot(base, base, currentPolicy()));
        services.put(spi, service);
        return service;
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
     * @throws BerthException with SPI_PROVIDER_INVALID when two of one SPI and owner have the same id and version;
     *     nothing is added then
     */
    synchronized void register(Collection<Registration> registrations) {
        registrations.forEach(each -> checkUnique(each, registrations));
        for (Registration each : registrations) {
            List<ProviderEntry> all = new ArrayList<>(each.service().snapshot().registered());
            all.add(each.entry());
            publish(each.service(), all);
            each.entry().info().biz().map(BizName::new).ifPresent(uninstalled::remove);
        }
    }

    private static void checkUnique(Registration one, Collection<Registration> registrations) {
        List<ProviderEntry> others = new ArrayList<>(one.service().snapshot().registered());
        registrations.stream()
                .filter(other -> other.service() == one.service())
                .map(Registration::entry)
                .forEach(others::add);
        ProviderInfo info = one.entry().info();
        others.stream()
                .filter(other ->
                        other != one.entry() && other.revision() == one.entry().revision())
                .filter(other -> other.info().id().equals(info.id())
                        && other.info().version().equals(info.version()))
                .findFirst()
                .ifPresent(other -> {
                    throw new BerthException(
                            ErrorCode.SPI_PROVIDER_INVALID,
                            "Two providers of '" + info.spi().code() + "' " + info.version() + " have the id '"
                                    + info.id() + "'",
                            "Give each an id of its own in @SpiProvider.");
                });
    }

    /** Takes out the providers of a revision and lets go of them. Doing it twice is harmless. */
    synchronized void release(Revision revision) {
        for (Service service : services.values()) {
            List<ProviderEntry> all = service.snapshot().registered();
            List<ProviderEntry> released =
                    all.stream().filter(entry -> entry.revision() == revision).toList();
            if (!released.isEmpty()) {
                publish(
                        service,
                        all.stream()
                                .filter(entry -> entry.revision() != revision)
                                .toList());
                released.forEach(ProviderEntry::empty);
            }
            service.consumers().removeIf(consumer -> isOf(revision.id(), consumer));
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

    /** Says why there is not exactly one provider. */
    SpiException failure(Service service, Demand demand, Choice choice) {
        if (choice instanceof Choice.Several several) {
            return several.exception();
        }
        List<ProviderInfo> fitting = Router.matching(demand, service.departed().all());
        if (!fitting.isEmpty()) {
            return gone(demand, fitting.get(fitting.size() - 1));
        }
        return choice instanceof Choice.None none ? none.exception() : new Choice.None(demand, List.of()).exception();
    }

    /** Says that a provider has gone, and why. */
    ProviderGoneException gone(Demand demand, ProviderInfo info) {
        return new ProviderGoneException(
                "Provider " + Choice.name(info) + " of " + demand.describe() + " has gone: " + reason(info),
                demand.spi(),
                List.of());
    }

    private String reason(ProviderInfo info) {
        if (info.biz().isEmpty()) {
            return "the base has no such provider any more";
        }
        BizName name = new BizName(info.biz().get());
        if (uninstalled.contains(name)) {
            return "biz '" + name + "' was uninstalled";
        }
        return registry.active(name)
                .map(active -> "version '" + active.id().version() + "' of biz '" + name
                        + "', which is active now, does not provide it")
                .orElse("biz '" + name + "' is stopped");
    }

    /**
     * A provider that is to be added.
     *
     * @param service the SPI
     * @param entry the provider
     */
    record Registration(Service service, ProviderEntry entry) {}
}
