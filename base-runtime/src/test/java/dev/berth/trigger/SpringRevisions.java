package dev.berth.trigger;

import dev.berth.lifecycle.BizApplication;
import dev.berth.lifecycle.BizContainer;
import dev.berth.lifecycle.BizLifecycle;
import dev.berth.lifecycle.BizStart;
import dev.berth.lifecycle.CallAdmission;
import dev.berth.lifecycle.DrainReport;
import dev.berth.lifecycle.LoaderProof;
import dev.berth.lifecycle.Revision;
import dev.berth.lifecycle.RevisionFixture;
import dev.berth.lifecycle.RevisionRegistry;
import dev.berth.lifecycle.RevisionState;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Revisions whose applications are plain Spring contexts in the test's own loader, with the real lifecycle around. */
final class SpringRevisions implements BizContainer, BizApplication, AutoCloseable {

    private final RevisionRegistry registry = new RevisionRegistry();
    private final TriggerParticipant triggers = new TriggerParticipant(new CallAdmission(registry));
    private final BizLifecycle lifecycle =
            new BizLifecycle(registry, this, this, triggers, List.of(triggers), LoaderProof.NONE, Clock.systemUTC());
    private final Map<Revision, GenericApplicationContext> contexts = new HashMap<>();
    private final List<Revision> running = new ArrayList<>();
    private final List<Class<?>> configurations;
    private Consumer<GenericApplicationContext> adjustment = context -> {};

    SpringRevisions(Class<?>... configurations) {
        this.configurations = List.of(configurations);
    }

    /** Does something with each context before it is refreshed. */
    SpringRevisions adjusting(Consumer<GenericApplicationContext> step) {
        adjustment = step;
        return this;
    }

    /** Starts a revision, which is not active yet; its beans see its version as {@code version}. */
    Revision start(String version) {
        Revision revision = RevisionFixture.staged("ticker", version, running.size() + 1L);
        lifecycle.start(revision);
        lifecycle.check(revision);
        running.add(revision);
        return revision;
    }

    /** Makes a revision active, in the place of another if there is one. */
    void swap(Revision next) {
        lifecycle.swap(next);
    }

    DrainReport drain(Revision revision) throws InterruptedException {
        return drain(revision, Duration.ofSeconds(10));
    }

    DrainReport drain(Revision revision, Duration timeout) throws InterruptedException {
        RevisionState.Draining draining = (RevisionState.Draining) revision.state();
        return lifecycle.drain(revision, draining, timeout).orElseThrow();
    }

    BizLifecycle lifecycle() {
        return lifecycle;
    }

    /** Drains a revision and puts it aside. */
    void standBy(Revision revision) throws InterruptedException {
        drain(revision);
        lifecycle.standBy(revision);
    }

    void stop(Revision revision) {
        lifecycle.stop(revision, Duration.ofSeconds(10));
        running.remove(revision);
    }

    GenericApplicationContext context(Revision revision) {
        return contexts.get(revision);
    }

    @Override
    public Running run(Revision revision, BizStart start) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "revision", Map.of("version", revision.id().version().toString())));
        start.apply(context);
        configurations.forEach(context::register);
        adjustment.accept(context);
        context.refresh();
        contexts.put(revision, context);
        return timeout -> {
            context.close();
            return true;
        };
    }

    @Override
    public HostedBiz open(Revision revision) {
        ClassLoader own = new ClassLoader(SpringRevisions.class.getClassLoader()) {};
        return new HostedBiz() {

            /** Has no classes of its own, but is one by which a revision can be told from others. */
            @Override
            public ClassLoader classLoader() {
                return own;
            }

            @Override
            public void activated() {
                // The tests look at the registry
            }

            @Override
            public void deactivated() {
                // The tests look at the registry
            }

            @Override
            public void close() {
                // It has nothing open
            }
        };
    }

    @Override
    public void close() {
        for (Revision revision : List.copyOf(running)) {
            if (!(revision.state() instanceof RevisionState.Stopped)) {
                stop(revision);
            }
        }
    }
}
