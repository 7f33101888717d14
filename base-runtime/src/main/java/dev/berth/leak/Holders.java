package dev.berth.leak;

import dev.berth.lifecycle.LoaderHolder;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks through the places that usually keep a loader alive.
 *
 * <p>It sees what reflection can see. A base that was started by {@code java -jar} has opened the JDK for that; another one
 * sees less.
 */
final class Holders {

    private static final Logger logger = LoggerFactory.getLogger(Holders.class);

    /** The first ones name the culprit; more would hide it. */
    private static final int SHOWN = 20;

    private final List<HolderSource> sources;

    Holders() {
        this(List.of(
                new ThreadHolders(),
                new VirtualThreadHolders(),
                new JvmWideHolders(),
                new ManagementHolders(),
                new TimerHolders(),
                new JulHolders(),
                new ThreadLocalHolders()));
    }

    Holders(List<HolderSource> sources) {
        this.sources = List.copyOf(sources);
    }

    List<LoaderHolder> of(Suspect suspect) {
        List<LoaderHolder> found = new ArrayList<>();
        for (HolderSource source : sources) {
            try {
                source.find(suspect, found::add);
            } catch (Throwable failure) {
                // The border to a biz: what it has left there can be in any state, and a look may need room for classes
                logger.debug("{} could not be looked through", source.getClass().getSimpleName(), failure);
            }
        }
        return found.stream().distinct().limit(SHOWN).toList();
    }
}
