package dev.berth.beans;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The beans that a base offers to every biz: those with {@code @ExportBean} and those that its settings name.
 *
 * <p>Taken once, when the base has started; immutable. Only singletons are exported, and what can't be is listed with the reason and
 * logged. A lazy bean is made for it.
 */
public final class BaseExports {

    private static final Logger logger = LoggerFactory.getLogger(BaseExports.class);

    private final List<ExportedBean> beans;
    private final List<Export> refused;

    private BaseExports(List<ExportedBean> beans, List<Export> refused) {
        this.beans = List.copyOf(beans);
        this.refused = List.copyOf(refused);
    }

    /**
     * Takes the exports of a base that has started.
     *
     * @param base the context of the base
     * @param wanted names of beans, types and patterns, beside what is annotated
     */
    public static BaseExports of(ConfigurableApplicationContext base, Collection<String> wanted) {
        ExportCapture capture = new ExportCapture(base.getBeanFactory(), BeanPatterns.of(wanted));
        capture.run();
        List<Export> refused = capture.refused();
        refused.forEach(export -> logger.atWarn()
                .addKeyValue("bean", export.name())
                .log("The base can't export a bean: {}", export.refusal().orElse("")));
        return new BaseExports(capture.exported(), refused);
    }

    /** Returns the exports of a base that has none. */
    static BaseExports none() {
        return new BaseExports(List.of(), List.of());
    }

    List<ExportedBean> beans() {
        return beans;
    }

    /** Returns what is exported and what could not be, by name. */
    public List<Export> all() {
        List<Export> all = new ArrayList<>(refused);
        beans.forEach(bean -> all.add(Export.of(bean)));
        all.sort(Comparator.comparing(Export::name));
        return all;
    }
}
