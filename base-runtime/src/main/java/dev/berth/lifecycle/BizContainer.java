package dev.berth.lifecycle;

/** Makes the class loaders of revisions; implemented by the container that Berth runs on. */
public interface BizContainer {

    /**
     * Makes the class loader of a revision and registers it with the container.
     *
     * @param revision a revision in state Starting
     * @return the hosted revision; nothing remains when this throws
     */
    HostedBiz open(Revision revision);

    /** A revision that the container hosts. */
    interface HostedBiz {

        /** Returns the loader that defines the revision's classes. */
        ClassLoader classLoader();

        /** Tells the container that the revision receives calls. */
        void activated();

        /** Tells the container that the revision receives no calls. */
        void deactivated();

        /** Unregisters the revision and closes its loader. Doing it twice is harmless. */
        void close();
    }
}
