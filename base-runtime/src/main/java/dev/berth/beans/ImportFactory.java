package dev.berth.beans;

import java.util.function.BooleanSupplier;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.core.annotation.AnnotationAwareOrderComparator;

/**
 * The imports of one revision, as the parent of its factory: found by whatever looks up the hierarchy, shadowed by the biz's own
 * beans, and never initialised, post-processed or destroyed by the biz.
 *
 * <p>A revision has one of its own, so that what Spring caches about the biz in it goes with the revision.
 */
final class ImportFactory extends DefaultListableBeanFactory {

    ImportFactory(ClassLoader loader) {
        setBeanClassLoader(loader);
        setDependencyComparator(AnnotationAwareOrderComparator.INSTANCE);
        BizAutowireCandidateResolver.install(this, InjectionValues.NONE);
    }

    void add(ExportedBean export, BooleanSupplier ownInstead) {
        registerBeanDefinition(export.name(), export.definition(ownInstead));
        registerSingleton(export.name(), export.bean());
        export.aliases().forEach(alias -> registerAlias(export.name(), alias));
    }
}
