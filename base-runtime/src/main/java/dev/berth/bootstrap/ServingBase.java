package dev.berth.bootstrap;

import dev.berth.admin.AdminServer;
import dev.berth.admin.AdminSettings;
import dev.berth.admin.Readiness;
import dev.berth.application.HostedApplication;
import dev.berth.application.ReadinessGate;
import dev.berth.application.UncaughtErrors;
import dev.berth.artifact.ArchiveLimits;
import dev.berth.artifact.ArchiveReader;
import dev.berth.artifact.ArtifactStore;
import dev.berth.artifact.LibraryStore;
import dev.berth.artifact.Unpacker;
import dev.berth.beans.BeanParticipant;
import dev.berth.control.ControlParts;
import dev.berth.control.HostControl;
import dev.berth.control.MemoryWatch;
import dev.berth.guard.JvmGuard;
import dev.berth.leak.BizCleaning;
import dev.berth.leak.LoaderWatch;
import dev.berth.leak.MetaspaceNeed;
import dev.berth.leak.cleaner.Renewal;
import dev.berth.lifecycle.BizLifecycle;
import dev.berth.lifecycle.CallAdmission;
import dev.berth.lifecycle.ClosedPaths;
import dev.berth.lifecycle.LifecycleParticipant;
import dev.berth.lifecycle.RevisionRegistry;
import dev.berth.logging.BizLogging;
import dev.berth.meter.BaseMeters;
import dev.berth.spi.SpiParticipant;
import dev.berth.store.AdminToken;
import dev.berth.store.BaseDescriptor;
import dev.berth.store.BaseDescriptorFile;
import dev.berth.store.OperationStore;
import dev.berth.store.RevisionCounter;
import dev.berth.store.WantedStateStore;
import dev.berth.trigger.TriggerParticipant;
import dev.berth.web.BaseWebServer;
import dev.berth.web.ConnectorThreads;
import dev.berth.web.RefusalPages;
import dev.berth.web.WarmUpGate;
import dev.berth.web.WebParticipant;
import dev.berth.web.WebRouting;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.WebServer;

/**
 * A base that serves: its control, its admin port and the thread that brings the wanted biz up.
 *
 * <p>Closing it takes every biz down and gives back all that was taken, whatever had come up by then.
 */
final class ServingBase implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(ServingBase.class);
    private static final Duration GOODBYE = Duration.ofMillis(300);
    private static final Duration REPLAY_END = Duration.ofSeconds(10);

    private final HostContainer host;
    private final StartSteps steps;
    private final RevisionRegistry registry;
    private final SpiParticipant spis;
    private final BeanParticipant beans;
    private final BaseMappers mappers;
    private final ClosedPaths closedPaths = new ClosedPaths();
    private final Readiness readiness = new Readiness();
    private final LoaderWatch loaders;
    private final Lazy<BaseMeters> meters;
    private final BizLogging logging;
    private final UncaughtErrors uncaught = UncaughtErrors.install();
    private final JvmGuard guard;
    private final BaseWebServer server;
    private final HostControl control;
    private final MemoryWatch memory;
    private final ConnectorThreads connectors = new ConnectorThreads();
    private final BaseDescriptorFile descriptor;
    private final AdminServer admin;
    private final BaseDescription description;
    private final Thread replay;

    ServingBase(HostContainer host, WebServer webServer, Offers offers, StartSteps steps, Clock clock) {
        this.host = host;
        this.registry = offers.registry();
        this.spis = offers.spis();
        this.mappers = offers.mappers();
        this.beans = new BeanParticipant(
                offers.exports(),
                () -> host.classPath().get().libraries().all(),
                revision -> point -> spis.valueFor(revision, point));
        this.server = BaseWebServer.of(
                webServer,
                new WebRouting(
                        new CallAdmission(registry),
                        closedPaths,
                        host.properties().web().tryHeader(),
                        host.properties().biz().maxConcurrent()));
        this.steps = steps;
        this.descriptor = new BaseDescriptorFile(host.home());
        this.loaders = new LoaderWatch(registry, host.properties().leak().settings(), clock);
        this.meters = new Lazy<>(() -> new BaseMeters(registry, loaders));
        this.logging = BizLogging.install(host.home().resolve("logs"));
        // After the streams of the logs and the handler of uncaught errors, which are the base's own
        this.guard = new JvmGuard(registry);
        this.description =
                new BaseDescription(host, offers.exports(), server, steps, readiness, guard::state, clock.instant());
        this.control = makeControl(clock);
        this.memory = MemoryWatch.start(host.properties().standby().memoryThreshold(), control::memoryIsShort);
        server.sessions().keepWhile(control::goesOn);
        this.admin = startAdmin();
        this.description.adminPort(admin.port());
        connectors.keep(webServer);
        connectors.keep(admin.server());
        steps.reached("admin");
        this.replay = new Thread(this::bringUpWanted, "berth-start");
        replay.setDaemon(true);
        replay.setContextClassLoader(ServingBase.class.getClassLoader());
        replay.start();
    }

    private ControlParts parts(Clock clock) {
        Path home = host.home();
        ArchiveLimits limits = ArchiveLimits.defaults();
        // Declared in the order of the way up; the cleaners come last on the way down
        BizCleaning cleaning = new BizCleaning(
                List.of(logging.cleaner()),
                List.of(mappers, new Renewal(List.of(server::renew))),
                host.plugins().loaders());
        WebParticipant web = new WebParticipant(server);
        WarmUpGate warmUp = new WarmUpGate(web);
        TriggerParticipant triggers = new TriggerParticipant(new CallAdmission(registry));
        MetaspaceNeed room = new MetaspaceNeed();
        List<LifecycleParticipant> participants =
                List.of(cleaning, room, guard, logging, uncaught, spis, beans, web, warmUp, triggers);
        BerthProperties.Biz settings = host.properties().biz();
        HostedApplication application = new HostedApplication(home.resolve("config"), settings.interruptGrace());
        Gates gates = new Gates(List.of(guard, triggers, spis, new ReadinessGate(), warmUp));
        BizLifecycle lifecycle =
                new BizLifecycle(registry, host.container(), application, gates, participants, loaders, clock);
        RevisionCounter numbers = new RevisionCounter(home, clock);
        return new ControlParts(
                home,
                new ArtifactStore(home, limits),
                new ArchiveReader(limits),
                new Unpacker(new LibraryStore(home, limits), limits),
                () -> host.classPath().get().libraries(),
                lifecycle,
                registry,
                new WantedStateStore(home, clock),
                new OperationStore(home, OperationStore.DEFAULT_CAPACITY),
                numbers::next,
                description::view,
                () -> spis.spis().stream().map(SpiViews::of).toList(),
                revision -> beans.imports(revision).stream()
                        .map(BeanViews::imported)
                        .toList(),
                () -> meters.get().scrape(),
                settings.startDeadline(),
                settings.drainTimeout(),
                host.properties().standby().settings(),
                closedPaths,
                host.properties().leak().budget(),
                loaders,
                room,
                clock);
    }

    private HostControl makeControl(Clock clock) {
        boolean made = false;
        try {
            HostControl hostControl = new HostControl(parts(clock));
            made = true;
            return hostControl;
        } finally {
            if (!made) {
                takeBack();
            }
        }
    }

    private AdminServer startAdmin() {
        BerthProperties.Admin settings = host.properties().admin();
        boolean started = false;
        try {
            AdminServer made = AdminServer.start(
                    new AdminSettings(
                            settings.inetAddress(), settings.port(), host.home().resolve("work/admin")),
                    control,
                    AdminToken.open(host.home()),
                    readiness,
                    RefusalPages::new);
            started = true;
            return made;
        } finally {
            if (!started) {
                memory.close();
                control.close();
                takeBack();
            }
        }
    }

    private void bringUpWanted() {
        try {
            guard.state();
            host.classPath().get();
            steps.reached("biz");
            control.replay();
            steps.reached("ready");
            // First: who has seen that the base is ready looks for its ports there
            descriptor.write(descriptor());
            readiness.ready();
            logger.info("The base is ready: business port {}, admin port {}", server.port(), admin.port());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error failure) {
            // The last border of this thread: a base that is never ready must say why
            if (readiness.state() == Readiness.State.STOPPING) {
                logger.info("The base stops before its start has ended");
                return;
            }
            logger.error("The base could not finish its start and stays not ready", failure);
        }
    }

    private BaseDescriptor descriptor() {
        return new BaseDescriptor(
                ProcessHandle.current().pid(),
                server.port(),
                admin.port(),
                host.properties().admin().address(),
                description.startedAt(),
                description.version());
    }

    RevisionRegistry registry() {
        return registry;
    }

    HostControl control() {
        return control;
    }

    BaseWebServer server() {
        return server;
    }

    @Override
    public void close() {
        readiness.stopping();
        replay.interrupt();
        quietly(memory::close);
        // Nobody who stops a base waits for a proof
        quietly(loaders::close);
        quietly(this::turnAway);
        quietly(() -> control.close(host.properties().shutdown().graceOfBiz()));
        quietly(this::awaitReplay);
        quietly(admin::close);
        quietly(() -> meters.ifMade(BaseMeters::close));
        quietly(descriptor::remove);
        quietly(this::takeBack);
    }

    private void takeBack() {
        connectors.close();
        guard.close();
        uncaught.close();
        logging.uninstall();
    }

    /** Clients that keep a connection open get the chance to hear of the end before it is there. */
    private void turnAway() {
        server.sayGoodbye();
        try {
            Thread.sleep(GOODBYE.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        server.stopAccepting();
    }

    /** It writes the descriptor at its end, which must not come after that was removed. */
    private void awaitReplay() {
        try {
            replay.join(REPLAY_END.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void quietly(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException failure) {
            // The end of the base: each step gets its turn
            logger.warn("A step of stopping the base failed", failure);
        }
    }
}
