package dev.berth.beans;

import dev.berth.beans.Import.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The imports of one revision: decided when the biz has its settings, given to its contexts before anything is defined in them.
 *
 * <p>Contexts come one after the other, on the thread of the biz; the outcome may be asked for from any thread.
 */
final class RevisionImports {

    private final BaseExports exports;
    private final Visibility visibility;
    private final ClassLoader loader;
    private volatile List<Decision> decisions = List.of();
    private volatile @Nullable OwnBeans own;
    private @Nullable ImportFactory factory;

    RevisionImports(BaseExports exports, Visibility visibility, ClassLoader loader) {
        this.exports = exports;
        this.visibility = visibility;
        this.loader = loader;
    }

    /** Gives the imports to a context, unless it has a parent, which has them, or there are none. */
    void attach(ConfigurableApplicationContext context, BeanPatterns excluded) {
        if (exports.beans().isEmpty()
                || !(context.getBeanFactory() instanceof DefaultListableBeanFactory biz)
                || biz.getParentBeanFactory() != null) {
            return;
        }
        if (own == null) {
            own = new OwnBeans(biz);
            decisions = decide(excluded);
            factory = make(new OwnBeans(biz));
        }
        if (factory != null) {
            biz.setParentBeanFactory(factory);
        }
    }

    private List<Decision> decide(BeanPatterns excluded) {
        List<Decision> made = new ArrayList<>();
        for (ExportedBean export : exports.beans()) {
            List<Class<?>> visible = visibility.visible(export.types());
            if (excluded.match(export.name(), export.types())) {
                made.add(new Decision(
                        export, visible, Outcome.EXCLUDED, "Setting 'berth.import.exclude' leaves it out"));
            } else if (visible.isEmpty()) {
                made.add(new Decision(export, visible, Outcome.NOT_VISIBLE, visibility.reason(export)));
            } else {
                made.add(new Decision(export, visible, Outcome.IMPORTED, "The biz sees its type"));
            }
        }
        return made;
    }

    private @Nullable ImportFactory make(OwnBeans beans) {
        List<Decision> imported = decisions.stream()
                .filter(decision -> decision.outcome() == Outcome.IMPORTED)
                .toList();
        if (imported.isEmpty()) {
            return null;
        }
        ImportFactory made = new ImportFactory(loader);
        imported.forEach(
                decision -> made.add(decision.export(), () -> beans.standFor(decision.export(), decision.visible())));
        return made;
    }

    /** Returns what became of each export, by name. */
    List<Import> all() {
        OwnBeans beans = own;
        return decisions.stream().map(decision -> decision.show(beans)).toList();
    }

    List<Decision> decisions() {
        return decisions;
    }

    /**
     * What was decided about an export.
     *
     * @param visible its types that the biz sees
     */
    record Decision(ExportedBean export, List<Class<?>> visible, Outcome outcome, String reason) {

        private Import show(@Nullable OwnBeans beans) {
            if (beans == null || outcome != Outcome.IMPORTED) {
                return show(outcome, reason);
            }
            return beans.insteadOf(export, visible)
                    .map(instead -> show(Outcome.OWN, instead))
                    .orElseGet(() -> show(
                            outcome,
                            beans.beside(export, visible)
                                    .map(beside -> reason + ". " + beside)
                                    .orElse(reason)));
        }

        private Import show(Outcome shown, String why) {
            return new Import(
                    export.name(),
                    export.typeName(),
                    visible.stream().map(Class::getName).toList(),
                    shown,
                    why);
        }
    }
}
