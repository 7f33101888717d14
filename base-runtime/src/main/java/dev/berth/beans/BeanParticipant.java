package dev.berth.beans;

import dev.berth.lifecycle.BizStart;
import dev.berth.lifecycle.LifecycleParticipant;
import dev.berth.lifecycle.Revision;
import java.util.function.Function;
import org.springframework.context.ConfigurableApplicationContext;

/** Lets each biz have what the base offers for injection. */
public final class BeanParticipant implements LifecycleParticipant {

    private final Function<Revision, InjectionValues> values;

    /**
     * Makes the participant of a base.
     *
     * @param values gives the injection points of a revision values that are no beans
     */
    public BeanParticipant(Function<Revision, InjectionValues> values) {
        this.values = values;
    }

    /**
     * Lets the base itself inject values that are no beans.
     *
     * @param base the context of the base, not refreshed yet
     */
    public static void attach(ConfigurableApplicationContext base, InjectionValues values) {
        BizAutowireCandidateResolver.install(base.getBeanFactory(), values);
    }

    @Override
    public void prepare(Revision revision, BizStart start) {
        InjectionValues ofRevision = values.apply(revision);
        start.onContext(context -> BizAutowireCandidateResolver.install(context.getBeanFactory(), ofRevision));
    }
}
