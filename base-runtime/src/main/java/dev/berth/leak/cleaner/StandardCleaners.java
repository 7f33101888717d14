package dev.berth.leak.cleaner;

import java.util.ArrayList;
import java.util.List;

/**
 * All cleaners, in the order in which they run.
 *
 * <p>What starts work comes before what stops threads, and threads end before others look at what is left: a renewed thread
 * inherits from the one before it, so that rights go first.
 */
public final class StandardCleaners {

    private StandardCleaners() {}

    /**
     * Makes the cleaners of a base; some remember what is set now as the base's own.
     *
     * @param more cleaners that other packages have
     * @param sweeps what else is cleared after each biz, in that order, after the caches that all bases have
     */
    public static Cleaning cleaning(List<Cleaner> more, List<Sweep> sweeps) {
        List<Cleaner> cleaners = new ArrayList<>(List.of(
                new SpringShutdownHooks(),
                new ShutdownHooks(),
                new Timers(),
                new QueuedTasks(),
                new ForkJoinPools(),
                new Threads(),
                new VirtualThreads(),
                new ThreadPools(),
                new ContextLoaders(),
                new ThreadGroups(),
                new ThreadLocals(),
                new Drivers(),
                new ManagementBeans(),
                new NotificationListeners(),
                new JdkLogging(),
                new UncaughtHandler(),
                new NetworkDefaults(),
                new SecurityProviders(),
                new ImageFormats(),
                new UrlHandlers(),
                new RemoteObjects(),
                new Meters()));
        cleaners.addAll(more);
        InheritedRights rights = new InheritedRights();
        List<Sweep> caches = new ArrayList<>(List.of(
                rights,
                new DesktopContext(),
                new CommonsLogging(),
                new BeanInfos(),
                new ResourceBundles(),
                new RemoteMethods(),
                new RecordMethods(),
                new JacksonTypes(StandardCleaners.class.getClassLoader()),
                new SpringCaches(),
                new ConversionCaches(),
                new ExpressionCaches()));
        caches.addAll(sweeps);
        return new Cleaning(List.of(rights), cleaners, caches);
    }
}
