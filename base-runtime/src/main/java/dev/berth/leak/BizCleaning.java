package dev.berth.leak;

import dev.berth.leak.cleaner.Cleaner;
import dev.berth.leak.cleaner.Cleaning;
import dev.berth.leak.cleaner.ClosedBiz;
import dev.berth.leak.cleaner.Finding;
import dev.berth.leak.cleaner.GenericTypes;
import dev.berth.leak.cleaner.Internals;
import dev.berth.leak.cleaner.StandardCleaners;
import dev.berth.leak.cleaner.Sweep;
import dev.berth.lifecycle.BizStart;
import dev.berth.lifecycle.LeftBehind;
import dev.berth.lifecycle.LifecycleParticipant;
import dev.berth.lifecycle.Revision;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cleans after each closed biz, and tells what the biz had left behind.
 *
 * <p>The participant is declared first, so that it is the last on the way down: contexts are closed then, and the loader
 * still works.
 */
public final class BizCleaning implements LifecycleParticipant {

    private static final Logger logger = LoggerFactory.getLogger(BizCleaning.class);

    private final Map<Revision, ClassLoader> loaders = new ConcurrentHashMap<>();
    private final AtomicBoolean rehearsed = new AtomicBoolean();
    private final List<ClassLoader> plugins;
    private final Cleaning cleaning;

    /**
     * Makes the participant of a base; what is set for the whole JVM now is what it puts back.
     *
     * @param more cleaners that know what other packages know
     * @param sweeps what is cleared after each biz in parts of this base
     * @param plugins the loaders of the base's plugins
     */
    public BizCleaning(List<Cleaner> more, List<Sweep> sweeps, List<ClassLoader> plugins) {
        this.plugins = List.copyOf(plugins);
        cleaning = StandardCleaners.cleaning(more, sweeps);
        List<String> closed = Internals.closed();
        if (!closed.isEmpty()) {
            logger.warn(
                    "The JDK is closed to the base in {}: not all that a biz leaves behind can be cleaned."
                            + " Start the base with java -jar, with these under Add-Opens in the manifest of its jar",
                    closed);
        }
    }

    @Override
    public void prepare(Revision revision, BizStart start) {
        if (ClassSpaces.now().metaspaceLeft() < Long.MAX_VALUE && rehearsed.compareAndSet(false, true)) {
            rehearse();
        }
        GenericTypes.keepApart();
        loaders.put(revision, start.classLoader());
    }

    @Override
    public void release(Revision revision) {
        ClassLoader loader = revision.isHeld() ? loaders.get(revision) : loaders.remove(revision);
        if (loader != null) {
            ClosedBiz biz = closed(revision, loader);
            cleaning.run(biz).forEach(finding -> tell(revision, finding));
        }
    }

    /** Where classes have a limit, a biz may leave no room for those that clean and look after it: they are loaded before. */
    private void rehearse() {
        try (URLClassLoader nobody = new URLClassLoader(new URL[0], null)) {
            cleaning.run(new ClosedBiz("nobody", nobody, BizCleaning.class.getClassLoader(), Set.of()));
            new Holders().of(new Suspect(new WeakReference<>(nobody), Set.of()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private ClosedBiz closed(Revision revision, ClassLoader loader) {
        Set<ClassLoader> neighbours = new HashSet<>(plugins);
        neighbours.addAll(loaders.values());
        neighbours.remove(loader);
        return new ClosedBiz(revision.id().toString(), loader, BizCleaning.class.getClassLoader(), neighbours);
    }

    private static void tell(Revision revision, Finding finding) {
        revision.leaves(new LeftBehind(finding.message(), finding.detail()));
        (finding.cured() ? logger.atInfo() : logger.atWarn())
                .addKeyValue("biz", revision.id().name())
                .addKeyValue("revision", revision.id())
                .log(
                        "Left behind by '{}': {}{}",
                        revision.id(),
                        finding.message(),
                        finding.detail()
                                .map(detail -> System.lineSeparator() + detail)
                                .orElse(""));
    }
}
