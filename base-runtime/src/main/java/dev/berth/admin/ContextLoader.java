package dev.berth.admin;

/** Gives the current thread another context loader, until it is closed by the same thread. */
final class ContextLoader implements AutoCloseable {

    private final ClassLoader before;

    ContextLoader(ClassLoader loader) {
        Thread thread = Thread.currentThread();
        this.before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
    }

    @Override
    public void close() {
        Thread.currentThread().setContextClassLoader(before);
    }
}
