package dev.berth.web;

import java.beans.PropertyChangeListener;
import org.apache.catalina.Context;
import org.apache.catalina.Loader;
import org.jspecify.annotations.Nullable;

/** Gives Tomcat the biz's own loader, which neither reloads nor belongs to Tomcat. */
final class RevisionLoader implements Loader {

    private final ClassLoader loader;
    private @Nullable Context context;

    RevisionLoader(ClassLoader loader) {
        this.loader = loader;
    }

    @Override
    public void backgroundProcess() {
        // There is nothing to reload
    }

    @Override
    public ClassLoader getClassLoader() {
        return loader;
    }

    @Override
    public @Nullable Context getContext() {
        return context;
    }

    @Override
    public void setContext(@Nullable Context context) {
        this.context = context;
    }

    @Override
    public boolean getDelegate() {
        return true;
    }

    @Override
    public void setDelegate(boolean delegate) {
        // The biz's loader has an order of its own
    }

    @Override
    public void addPropertyChangeListener(PropertyChangeListener listener) {
        // Nothing changes
    }

    @Override
    public boolean modified() {
        return false;
    }

    @Override
    public void removePropertyChangeListener(PropertyChangeListener listener) {
        // Nothing changes
    }
}
