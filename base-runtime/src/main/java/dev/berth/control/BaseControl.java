package dev.berth.control;

import dev.berth.artifact.Announced;
import dev.berth.artifact.Artifact;
import dev.berth.biz.BizId;
import dev.berth.biz.BizName;
import dev.berth.biz.BizVersion;
import dev.berth.error.BerthException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Everything that a caller can ask of a running base; what the HTTP face and the start-up speak to.
 *
 * <p>Safe for use by many threads. Errors are {@link BerthException}s. An operation runs on a thread of the base; it
 * goes on when its caller no longer waits.
 */
public interface BaseControl {

    /**
     * Puts a jar into the store.
     *
     * @param body the bytes of the jar, read to the end, not closed
     * @param announced the length and digest that the caller announced; a jar that does not agree is refused
     * @return the stored jar; nothing remains in the store after a failure
     */
    Artifact upload(InputStream body, Announced announced);

    /**
     * Begins an install.
     *
     * @return the operation as it began
     */
    Operation install(InstallRequest request);

    /**
     * Begins to uninstall a biz with all its revisions.
     *
     * @return the operation as it began
     * @throws BerthException with BIZ_NOT_FOUND when there is nothing of that name
     */
    Operation uninstall(BizName name);

    /**
     * Begins to uninstall one version of a biz.
     *
     * @return the operation as it began
     * @throws BerthException with BIZ_NOT_FOUND when there is nothing of that name and version
     */
    Operation uninstall(BizId biz);

    /**
     * Begins to make a version of a biz active: at once when it runs, else it is started from the store.
     *
     * <p>A version that is active already stays, and the operation changes nothing.
     *
     * @return the operation as it began
     * @throws BerthException with BIZ_NOT_FOUND or VERSION_NOT_KNOWN when there is nothing of that name, or version
     */
    Operation switchTo(BizName name, BizVersion version);

    /**
     * Begins to go back to the version that was active before.
     *
     * <p>The version that is left is not one to roll back to any more; asking twice goes back two versions.
     *
     * @return the operation as it began
     * @throws BerthException with BIZ_NOT_FOUND, or NO_EARLIER_VERSION when there is none
     */
    Operation rollback(BizName name);

    /**
     * Begins to take the active version of a biz out of service; the biz stays installed, and stays stopped when the base
     * starts anew.
     *
     * <p>The operation changes nothing when nothing is active.
     *
     * @return the operation as it began
     * @throws BerthException with BIZ_NOT_FOUND when there is nothing of that name
     */
    Operation stop(BizName name);

    /**
     * Begins to put the version of a stopped biz into service again.
     *
     * <p>The operation changes nothing when it is active.
     *
     * @return the operation as it began
     * @throws BerthException with BIZ_NOT_FOUND when there is nothing of that name
     */
    Operation start(BizName name);

    /**
     * Waits for an operation to end.
     *
     * @return the operation when it ended, or as it is when the time is over
     */
    Operation await(OperationId id, Duration timeout) throws InterruptedException;

    /** Returns the operations that the base remembers, newest first. */
    List<Operation> operations();

    /** Returns an operation, unless the base does not know it. */
    Optional<Operation> operation(OperationId id);

    /** Returns every biz, by name. */
    List<BizView> biz();

    /**
     * Returns a biz.
     *
     * @throws BerthException with BIZ_NOT_FOUND
     */
    BizView biz(BizName name);

    /**
     * Returns the linkage of the active revision of a biz, or of its newest.
     *
     * @throws BerthException with BIZ_NOT_FOUND
     */
    LinkageView linkage(BizName name);

    /** Returns every SPI that a provider or consumer has named, by code. */
    List<SpiView> spis();

    /**
     * Returns the imports of the active revision of a biz, or of its newest.
     *
     * @throws BerthException with BIZ_NOT_FOUND
     */
    ImportsView imports(BizName name);

    /** Returns what the base is and has. */
    BaseView base();

    /** Returns the closed revisions whose loaders are not known to be gone. */
    LeaksView leaks();

    /**
     * Takes a heap dump; the JVM stands still meanwhile.
     *
     * @return the dump, which the caller closes
     * @throws BerthException with HEAP_DUMP_RUNNING while there is another, or STORAGE_FAILED when the disk is too full
     */
    HeapDump dumpHeap();

    /** Returns what is measured of the base, in the text format of Prometheus. */
    String metrics();
}
