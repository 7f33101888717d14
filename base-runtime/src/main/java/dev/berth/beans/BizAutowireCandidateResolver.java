package dev.berth.beans;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanDefinitionHolder;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.config.DependencyDescriptor;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.annotation.ContextAnnotationAutowireCandidateResolver;

/**
 * Decides what is injected where in a biz, and in the base: as Spring does, and beyond that
 *
 * <ul>
 *   <li>values that are no beans ({@link InjectionValues}) fill their injection points;
 *   <li>an import, {@code @Primary} or not, does not fill a point that takes one bean when the biz has a candidate of its
 *       own for it.
 * </ul>
 *
 * <p>Set on a factory before anything is defined in it. Not made to be shared: it knows its factory.
 */
final class BizAutowireCandidateResolver extends ContextAnnotationAutowireCandidateResolver {

    /** Spring's descriptors of points that take several beans; they are not public. */
    private static final Set<String> TAKE_SEVERAL = Set.of("MultiElementDescriptor", "StreamDependencyDescriptor");

    private final InjectionValues values;

    private BizAutowireCandidateResolver(InjectionValues values) {
        this.values = values;
    }

    /** Sets a resolver on a factory; one that is no factory of Spring's usual kind is left as it is. */
    static void install(ConfigurableListableBeanFactory factory, InjectionValues values) {
        if (factory instanceof DefaultListableBeanFactory usual) {
            usual.setAutowireCandidateResolver(new BizAutowireCandidateResolver(values));
        }
    }

    @Override
    public @Nullable Object getSuggestedValue(DependencyDescriptor point) {
        Object value = super.getSuggestedValue(point);
        return value != null ? value : values.valueFor(point).orElse(null);
    }

    @Override
    public boolean isAutowireCandidate(BeanDefinitionHolder candidate, DependencyDescriptor point) {
        return super.isAutowireCandidate(candidate, point)
                && !(candidate.getBeanDefinition() instanceof ImportedDefinition
                        && takesOne(point)
                        && new OwnCandidates(getBeanFactory()).any(point));
    }

    private static boolean takesOne(DependencyDescriptor point) {
        return !TAKE_SEVERAL.contains(point.getClass().getSimpleName());
    }
}
