package dev.berth.beans;

import org.springframework.beans.factory.support.RootBeanDefinition;

/** Describes an imported bean to Spring: how it is found, never how it is made. */
final class ImportedDefinition extends RootBeanDefinition {

    private static final long serialVersionUID = 1L;

    ImportedDefinition() {}

    private ImportedDefinition(ImportedDefinition original) {
        super(original);
    }

    @Override
    public RootBeanDefinition cloneBeanDefinition() {
        return new ImportedDefinition(this);
    }
}
