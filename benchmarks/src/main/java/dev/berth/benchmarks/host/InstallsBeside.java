package dev.berth.benchmarks.host;

/** A host that can be asked to install a version beside the running one, and only then to uninstall that. */
public interface InstallsBeside {

    /**
     * Installs a version beside the running one, then uninstalls that.
     *
     * @throws HostException if it refuses
     */
    void installBeside(int version);
}
