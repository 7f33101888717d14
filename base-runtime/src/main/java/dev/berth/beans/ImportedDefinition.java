package dev.berth.beans;

import java.util.function.BooleanSupplier;
import org.springframework.beans.factory.support.RootBeanDefinition;

/**
 * Describes an imported bean to Spring: how it is found, never how it is made.
 *
 * <p>It is primary or a fallback as in the base as long as the biz has no bean of that kind itself, and no more than a fallback
 * when it has: conditions such as {@code @ConditionalOnSingleCandidate} then decide as they do without the import.
 */
final class ImportedDefinition extends RootBeanDefinition {

    private static final long serialVersionUID = 1L;

    private final transient BooleanSupplier ownInstead;

    ImportedDefinition(BooleanSupplier ownInstead) {
        this.ownInstead = ownInstead;
    }

    private ImportedDefinition(ImportedDefinition original) {
        super(original);
        this.ownInstead = original.ownInstead;
        // What Spring copies is how they look at this moment
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
