package dev.berth.beans;

import java.util.function.BooleanSupplier;
import org.springframework.beans.factory.support.RootBeanDefinition;

/**
 * Describes an imported bean to Spring: how it is found, never how it is made.
 *
 * <p>To those who ask the factory for it, which conditions such as {@code @ConditionalOnSingleCandidate} do, it is no more than
 * a fallback when the biz has a bean of that kind itself: they then decide as they do without the import.
 */
final class ImportedDefinition extends RootBeanDefinition {

    private static final long serialVersionUID = 1L;

    private final transient BooleanSupplier ownInstead;

    ImportedDefinition(BooleanSupplier ownInstead) {
        this.ownInstead = ownInstead;
    }

    /** Spring makes its choices by a copy: the resolver lets only candidates of one side take part in them. */
    private ImportedDefinition(ImportedDefinition original) {
        super(original);
        this.ownInstead = () -> false;
        setPrimary(original.declaredPrimary());
        setFallback(original.declaredFallback());
    }

    private boolean declaredPrimary() {
        return super.isPrimary();
    }

    private boolean declaredFallback() {
        return super.isFallback();
    }

    @Override
    public boolean isPrimary() {
        return super.isPrimary() && !ownInstead.getAsBoolean();
    }

    @Override
    public boolean isFallback() {
        return super.isFallback() || ownInstead.getAsBoolean();
    }

    @Override
    public RootBeanDefinition cloneBeanDefinition() {
        return new ImportedDefinition(this);
    }
}
