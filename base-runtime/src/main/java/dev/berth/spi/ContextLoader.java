package dev.berth.spi;

/** The context loader of the current thread, changed until it is closed by the same thread. */
final class ContextLoader implements AutoCloseable {

    private final ClassLoader before;

    private ContextLoader(ClassLoader before) {
        this.before = before;
    }

    static ContextLoader set(ClassLoader loader) {
        Thread thread = Thread.currentThread();
        ContextLoader result = new ContextLoader(thread.getContextClassLoader());
        thread.setContextClassLoader(loader);
        return result;
    }

    @Override
    public void close() {
        Thread.currentThread().setContextClassLoader(before);
    }
}
