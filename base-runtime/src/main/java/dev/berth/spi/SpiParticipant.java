package dev.berth.spi;

import dev.berth.biz.BizName;
import dev.berth.broker.Choice;
import dev.berth.broker.Router;
import dev.berth.error.BerthException;
import dev.berth.lifecycle.BizApplication;
import dev.berth.lifecycle.BizStart;
import dev.berth.lifecycle.HealthGate;
import dev.berth.lifecycle.LifecycleParticipant;
import dev.berth.lifecycle.Revision;
import dev.berth.lifecycle.RevisionRegistry;
import dev.berth.spi.ProviderTable.Registration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.DependencyDescriptor;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Registers what each biz and the base provide, and fills their injection points.
 *
 * <p>The providers of a revision are registered when it is ready, called while the pointer names it, and let go when the
 * context that has them begins to close, whoever closes it, or at the latest when the revision is released. As a gate it
 * refuses a revision whose providers or patterns can't work. Safe for use by many threads.
 */
public final class SpiParticipant implements LifecycleParticipant, HealthGate {

    private static final Logger logger = LoggerFactory.getLogger(SpiParticipant.class);

    private final ClassLoader application;
    private final ProviderTable table;
    private final Injection ofBase;
    private final Map<Revision, Hosted> hosted = new ConcurrentHashMap<>();
    private volatile Optional<String> address = Optional.empty();
    private volatile List<ClassLoader> plugins = List.of();

    /**
     * Makes the participant of a base.
     *
     * @param registry its pointers say which providers are called
     * @param application the loader of the base application
     */
    public SpiParticipant(RevisionRegistry registry, ClassLoader application) {
        this.application = application;
        this.table = new ProviderTable(registry, this::servicesOfBase);
        this.ofBase = new Injection(table, Optional.empty(), Optional.empty());
    }

    /**
     * Lets {@code @DynamicInject} alone inject the fields and setters of the base's beans.
     *
     * @param base the context of the base, not refreshed yet
     */
    public static void attach(ConfigurableApplicationContext base) {
        FieldInjection.addTo(base.getBeanFactory());
    }

    /**
     * Registers the providers among the beans of the base, and those that its class path names.
     *
     * @param base the context of the base, refreshed
     * @param host the name or address of this machine for others
     * @param port the port of business traffic
     * @param plugins the loaders of the base's plugins, whose providers are the base's too
     * @throws BerthException when one of them can't be registered
     */
    public void serve(ConfigurableApplicationContext base, String host, int port, List<ClassLoader> plugins) {
        this.plugins = List.copyOf(plugins);
        // Those that become known from here on have what the class path names from their first moment
        List<Service> known = table.services();
        address = Optional.of(host + ":" + port);
        Registrar registrar = registrar();
        List<Registration> registrations = new ArrayList<>();
        ProviderBeans.in(base).forEach(offer -> registrations.addAll(registrar.registrations(offer)));
        for (Service service : known) {
            servicesOfBase(service.contract()).forEach(entry -> registrations.add(new Registration(service, entry)));
        }
        table.register(registrations);
    }

    private Registrar registrar() {
        return registrar(null, application);
    }

    private Registrar registrar(@Nullable Revision revision, ClassLoader loader) {
        return new Registrar(table, revision, loader, address.orElse("localhost"));
    }

    /** Nothing of the base is called before it has started. */
    private List<ProviderEntry> servicesOfBase(Contract contract) {
        if (address.isEmpty()) {
            return List.of();
        }
        List<ProviderEntry> entries = new ArrayList<>();
        for (ClassLoader loader : loadersThatSee(contract.type())) {
            Registrar registrar = registrar(null, loader);
            ProviderServices.of(contract.type(), loader)
                    .forEach(offer -> entries.add(registrar.entry(offer, contract)));
        }
        return entries;
    }

    private List<ClassLoader> loadersThatSee(Class<?> spi) {
        return Stream.concat(Stream.of(application), plugins.stream())
                .filter(loader -> sees(loader, spi))
                .toList();
    }

    private static boolean sees(ClassLoader loader, Class<?> spi) {
        try {
            return Class.forName(spi.getName(), false, loader) == spi;
        } catch (ClassNotFoundException | LinkageError hidden) {
            return false;
        }
    }

    /** Returns the value of an injection point of the base, unless it asks for no SPI. */
    public Optional<Object> valueFor(DependencyDescriptor point) {
        return ofBase.valueFor(point);
    }

    /** Returns the value of an injection point of a revision, unless it asks for no SPI. */
    public Optional<Object> valueFor(Revision revision, DependencyDescriptor point) {
        Hosted known = hosted.get(revision);
        return known == null ? Optional.empty() : known.injection.valueFor(point);
    }

    @Override
    public void prepare(Revision revision, BizStart start) {
        Hosted made = new Hosted(
                start.classLoader(), new Injection(table, Optional.of(revision), Optional.of(start.classLoader())));
        hosted.put(revision, made);
        start.onContext(context -> {
            made.contexts.add(context);
            context.addApplicationListener(new ContextEnd(context, () -> letGo(revision, made, context)));
            FieldInjection.addTo(context.getBeanFactory());
        });
    }

    @Override
    public void check(Revision revision, BizApplication.Running running, Duration timeLeft) {
        Hosted known = hosted.get(revision);
        if (known == null) {
            return;
        }
        try (ContextLoader set = ContextLoader.set(known.loader)) {
            List<Registration> registrations = known.registrations(registrar(revision, known.loader), revision);
            table.register(registrations);
            known.contexts.stream()
                    .filter(ConfigurableApplicationContext::isClosed)
                    .forEach(context -> letGo(revision, known, context));
            tell(revision, registrations);
        }
    }

    /** From here on its beans are destroyed, one after the other; what is no bean goes with the last context. */
    private void letGo(Revision revision, Hosted known, ConfigurableApplicationContext context) {
        table.release(revision, known.entries.getOrDefault(context, List.of()));
        if (known.contexts.stream().allMatch(ConfigurableApplicationContext::isClosed)) {
            table.release(revision, known.withoutContext);
        }
    }

    /** What is missing may come, and what is too much may go: said, and no reason to refuse. */
    private void tell(Revision revision, List<Registration> own) {
        for (Service service : table.services()) {
            service.consumers().stream()
                    .filter(consumer -> !consumer.dynamic())
                    .filter(consumer ->
                            consumer.owner().filter(revision.id()::equals).isPresent())
                    .forEach(consumer -> tell(revision, consumer, seen(service, revision, own)));
        }
    }

    private static List<ProviderEntry> seen(Service service, Revision revision, List<Registration> own) {
        BizName name = revision.id().name();
        return Stream.concat(
                        service.snapshot().active().stream()
                                .filter(entry -> entry.revision() == null
                                        || !entry.revision().id().name().equals(name)),
                        own.stream().filter(each -> each.service() == service).map(Registration::entry))
                .toList();
    }

    private void tell(Revision revision, Consumer consumer, List<ProviderEntry> seen) {
        Choice choice = Router.choose(consumer.demand(), Snapshot.infos(seen));
        problem(choice).ifPresent(problem -> logger.atWarn()
                .addKeyValue("biz", revision.id().name())
                .addKeyValue("revision", revision.id())
                .log("{}: {}; calls fail until that changes", consumer.point(), problem));
    }

    static Optional<String> problem(Choice choice) {
        if (choice instanceof Choice.None none) {
            return Optional.ofNullable(none.exception().getMessage());
        }
        return choice instanceof Choice.Several several
                ? Optional.ofNullable(several.exception().getMessage())
                : Optional.empty();
    }

    @Override
    public void release(Revision revision) {
        table.release(revision);
        hosted.remove(revision);
    }

    @Override
    public void forget(BizName name) {
        table.uninstalled(name);
    }

    /** Returns all SPIs that were seen, with their providers and consumers. */
    public List<SpiState> spis() {
        return table.services().stream().map(SpiState::of).toList();
    }

    /** What was made for a revision. */
    private static final class Hosted {

        private final ClassLoader loader;
        private final Injection injection;
        private final List<ConfigurableApplicationContext> contexts = new CopyOnWriteArrayList<>();
        private final Map<ConfigurableApplicationContext, List<ProviderEntry>> entries = new ConcurrentHashMap<>();
        private volatile List<ProviderEntry> withoutContext = List.of();

        private Hosted(ClassLoader loader, Injection injection) {
            this.loader = loader;
            this.injection = injection;
        }

        private List<Registration> registrations(Registrar registrar, Revision revision) {
            List<Registration> all = new ArrayList<>();
            for (ConfigurableApplicationContext context : contexts) {
                List<Registration> beans = registrations(registrar, ProviderBeans.in(context));
                entries.put(context, entries(beans));
                all.addAll(beans);
            }
            List<Registration> services = registrations(registrar, ProviderServices.of(revision, loader));
            withoutContext = entries(services);
            all.addAll(services);
            return all;
        }

        private static List<Registration> registrations(Registrar registrar, List<Offer> offers) {
            return offers.stream()
                    .flatMap(offer -> registrar.registrations(offer).stream())
                    .toList();
        }

        private static List<ProviderEntry> entries(List<Registration> registrations) {
            return registrations.stream().map(Registration::entry).toList();
        }
    }
}
