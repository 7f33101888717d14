package dev.berth.guard;

import dev.berth.biz.RevisionId;
import dev.berth.lifecycle.BizApplication;
import dev.berth.lifecycle.BizStart;
import dev.berth.lifecycle.HealthGate;
import dev.berth.lifecycle.LifecycleParticipant;
import dev.berth.lifecycle.Revision;
import dev.berth.lifecycle.RevisionRegistry;
import dev.berth.lifecycle.RevisionState;
import java.security.Provider;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a biz from ending the JVM, and puts back what it changes in the values that all share.
 *
 * <p>With the agent ({@code dev.berth.agent}) methods of the JDK ask it: an exit is forbidden to a biz, a change is attributed to
 * who makes it. Without, exits end the base, and changes are found by comparison when a revision has started and when it
 * goes; what was found after the start alone may be the base's own and stands, unless it is an object of the biz's classes. What
 * a revision has changed is put back when it goes, unless somebody else has changed it since. Safe for use by
 * many threads.
 */
public final class JvmGuard implements LifecycleParticipant, HealthGate, AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(JvmGuard.class);

    private final BiConsumer<String, @Nullable Object> calls = this::called;
    private final Map<Revision, ClassLoader> hosted = new ConcurrentHashMap<>();
    private final Optional<Agent> agent = Agent.find();
    private final SecurityProviders providers = new SecurityProviders();
    private final SystemProperties properties = new SystemProperties();
    private final Reports reports;
    private final Exits exits;
    private final Changes changes;
    private @Nullable GuardState state;

    /**
     * Makes the guard of a base; {@link #state} puts it in place.
     *
     * @param registry knows the revision that a call came from
     */
    public JvmGuard(RevisionRegistry registry) {
        this.reports = new Reports(registry);
        this.exits = new Exits(reports);
        this.changes = new Changes(SharedValues.all(properties, providers), reports::changed);
    }

    /** Puts the guard in place at the first call, which takes some milliseconds; returns whether that could be done. */
    public synchronized GuardState state() {
        GuardState known = state;
        if (known == null) {
            known = agent.map(this::install).orElseGet(JvmGuard::withoutAgent);
            state = known;
            if (known.on()) {
                logger.info("The guard is on: a biz can't end this JVM, and what it changes in it is put back");
            } else {
                logger.warn(
                        "The guard is off: a biz that calls System.exit ends this base. {}. {}",
                        known.reason(),
                        known.remedy());
            }
        }
        return known;
    }

    private static GuardState withoutAgent() {
        return GuardState.off(
                "This JVM was started without the base's agent",
                "Start the base with 'java -jar' from an executable jar that goal 'guard' of biz-maven-plugin has completed,"
                        + " or with -javaagent and the base-runtime jar");
    }

    private GuardState install(Agent present) {
        if (present.taken()) {
            return GuardState.off("Another base of this JVM has the agent", "Run one base in a JVM");
        }
        if (ArchiveRecording.isOn()) {
            return GuardState.off(
                    "This run records an AOT cache, into which changed classes of the JDK could not go",
                    "Start the base with the cache, and without the options that record one");
        }
        GuardState installed = JdkHooks.install(present.instrumentation());
        if (installed.on()) {
            present.lead(calls);
        }
        return installed;
    }

    /** Is on the way of calls in the JDK: nothing but the refusal of an exit may come out. */
    private void called(String call, @Nullable Object argument) {
        if (call.equals(JdkHook.EXIT) || call.equals(JdkHook.HALT)) {
            exits.check(call, argument);
            return;
        }
        try {
            changed(call, argument);
        } catch (Throwable failure) {
            // The border to the JDK: a value that was set is set, whatever becomes of the note
            logger.debug("A change of '{}' could not be noted", call, failure);
        }
    }

    private void changed(String call, @Nullable Object argument) {
        Optional<Caller> by = Caller.current();
        switch (call) {
            case JdkHook.LOCALE -> {
                if (!Caller.isInner(Locale.class, "setDefault")) {
                    changes.set(SharedValues.LOCALE, "", by);
                }
            }
            case JdkHook.TIME_ZONE -> changes.set(SharedValues.TIME_ZONE, "", by);
            case JdkHook.OUT -> changes.set(SharedValues.OUT, "", by);
            case JdkHook.ERR -> changes.set(SharedValues.ERR, "", by);
            case JdkHook.IN -> changes.set(SharedValues.IN, "", by);
            case JdkHook.HANDLER -> changes.set(SharedValues.HANDLER, "", by);
            case JdkHook.PROPERTY -> propertyChanged(argument, by);
            case JdkHook.PROVIDER -> providerChanged(argument, by);
            default -> changes.set(ofNetwork(call), "", by);
        }
    }

    private static SharedValue ofNetwork(String call) {
        SharedValue value = NetworkValues.BY_CALL.get(call);
        if (value == null) {
            throw new IllegalArgumentException(call);
        }
        return value;
    }

    private void propertyChanged(@Nullable Object key, Optional<Caller> by) {
        if (key == null) {
            changes.setSome(properties, by);
        } else if (key instanceof String name && SystemProperties.matters(name)) {
            changes.set(properties, name, by);
        }
    }

    private void providerChanged(@Nullable Object argument, Optional<Caller> by) {
        if (argument instanceof Provider provider) {
            changes.want(providers, provider.getName(), provider, by);
        } else if (argument instanceof String name) {
            changes.set(providers, name, by);
        }
    }

    @Override
    public void prepare(Revision revision, BizStart start) {
        state();
        compare();
        hosted.put(revision, start.classLoader());
    }

    /** Looks what has changed while the main ran; refuses nothing. */
    @Override
    public void check(Revision revision, BizApplication.Running running, Duration timeLeft) {
        compare();
    }

    @Override
    public void release(Revision revision) {
        compare();
        hosted.remove(revision);
        Optional<String> heir = hosted.keySet().stream()
                .map(Revision::id)
                .filter(id -> id.name().equals(revision.id().name()))
                .max(Comparator.comparingLong(RevisionId::number))
                .map(RevisionId::toString);
        List<String> done = changes.putBack(revision.id().toString(), heir);
        done.forEach(what -> reports.putBack(revision, what));
    }

    /**
     * Looks for changes that nobody has seen. With the agent nobody is suspected: who sets something tells it.
     * Without, one that starts has made them; afterwards the only one there is may have, or a bean of the base.
     */
    private void compare() {
        if (state().on()) {
            changes.compareTold();
            return;
        }
        List<Revision> starting = hosted.keySet().stream()
                .filter(revision -> revision.state() instanceof RevisionState.Starting)
                .toList();
        if (starting.isEmpty()) {
            changes.compare(onlyOne(List.copyOf(hosted.keySet())), Changes.How.GUESSED);
        } else {
            changes.compare(onlyOne(starting), Changes.How.FOUND);
        }
    }

    private Optional<Caller> onlyOne(List<Revision> suspects) {
        return suspects.size() == 1
                ? Optional.ofNullable(hosted.get(suspects.get(0))).flatMap(Caller::ofLoader)
                : Optional.empty();
    }

    /** Lets go of the JDK, unless the JVM ends: a hook of a biz that called for an exit then would wait for ever. */
    @Override
    public void close() {
        if (!JvmEnd.hasBegun()) {
            agent.ifPresent(present -> present.release(calls));
        }
    }
}
