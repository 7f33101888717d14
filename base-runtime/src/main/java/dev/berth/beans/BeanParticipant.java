package dev.berth.beans;

import dev.berth.lifecycle.BizStart;
import dev.berth.lifecycle.LifecycleParticipant;
import dev.berth.lifecycle.Revision;
import dev.berth.linkage.BaseLibrary;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.boot.context.properties.bind.BindResult;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/**
 * Lets each biz have what the base offers for injection: its exported beans, and values that are no beans.
 *
 * <p>Safe for use by many threads.
 */
public final class BeanParticipant implements LifecycleParticipant {

    private static final String EXCLUDE = "berth.import.exclude";

    private final BaseExports exports;
    private final Supplier<List<BaseLibrary>> libraries;
    private final Function<Revision, InjectionValues> values;
    private final Map<Revision, RevisionImports> imports = new ConcurrentHashMap<>();

    /**
     * Makes the participant of a base.
     *
     * @param exports the beans of the base that every biz may have
     * @param libraries the libraries of the base, to say what hides a type
     * @param values gives the injection points of a revision values that are no beans
     */
    public BeanParticipant(
            BaseExports exports, Supplier<List<BaseLibrary>> libraries, Function<Revision, InjectionValues> values) {
        this.exports = exports;
        this.libraries = libraries;
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
        ClassLoader loader = start.classLoader();
        RevisionImports made = new RevisionImports(exports, new Visibility(revision, loader, libraries), loader);
        imports.put(revision, made);
        InjectionValues ofRevision = values.apply(revision);
        start.onContext(context -> {
            BizAutowireCandidateResolver.install(context.getBeanFactory(), ofRevision);
            made.attach(context, excluded(context.getEnvironment()));
        });
        start.onFailure(failure -> new MissingBean(made.decisions()).explain(failure));
    }

    private static BeanPatterns excluded(Environment settings) {
        BindResult<Set<String>> bound = Binder.get(settings).bind(EXCLUDE, Bindable.setOf(String.class));
        return BeanPatterns.of(bound.isBound() ? bound.get() : Set.of());
    }

    /** Returns what became of each export in a revision, by name of the bean; nothing when it is not running. */
    public List<Import> imports(Revision revision) {
        RevisionImports ofRevision = imports.get(revision);
        return ofRevision == null ? List.of() : ofRevision.all();
    }

    @Override
    public void release(Revision revision) {
        imports.remove(revision);
    }
}
