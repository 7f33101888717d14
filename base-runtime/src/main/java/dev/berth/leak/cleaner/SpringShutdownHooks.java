package dev.berth.leak.cleaner;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * What Spring Boot's one shutdown hook has of a biz: contexts that the biz opened on a thread of its own, which nobody has
 * adapted to the host, and handlers.
 *
 * <p>The contexts are closed, the handlers are run, and both are taken out.
 */
public final class SpringShutdownHooks implements Cleaner {

    @Override
    public List<Leftover> find(ClosedBiz biz) {
        List<Leftover> leftovers = new ArrayList<>();
        Internals.constant(SpringApplication.class.getName(), "shutdownHook").ifPresent(hook -> {
            for (Object each : all(hook, "contexts")) {
                ConfigurableApplicationContext context = (ConfigurableApplicationContext) each;
                if (context.isActive() && biz.owns(context.getBeanFactory().getBeanClassLoader())) {
                    leftovers.add(Leftover.of("Spring context '" + context.getId() + "'", "closed", context::close));
                }
            }
            Internals.value(hook, "handlers").ifPresent(handlers -> handlers(handlers, biz, leftovers));
        });
        return leftovers;
    }

    private static void handlers(Object handlers, ClosedBiz biz, List<Leftover> leftovers) {
        for (Object each : all(handlers, "actions")) {
            Runnable action = (Runnable) Internals.value(each, "runnable").orElse(each);
            Reach.find(biz, action)
                    .ifPresent(own -> leftovers.add(Leftover.of(
                            "Spring shutdown handler " + own.getClass().getName(), "run and removed", () -> {
                                SpringApplication.getShutdownHandlers().remove(action);
                                action.run();
                            })));
        }
    }

    private static List<Object> all(Object owner, String field) {
        return Internals.value(owner, field)
                .map(value -> value instanceof Map<?, ?> map ? map.keySet() : (Collection<?>) value)
                .map(values -> List.<Object>copyOf(values))
                .orElse(List.of());
    }
}
