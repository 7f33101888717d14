package dev.berth.control;

import dev.berth.artifact.Announced;
import dev.berth.artifact.Artifact;
import dev.berth.artifact.ArtifactStore;
import dev.berth.biz.BizId;
import dev.berth.biz.BizName;
import dev.berth.biz.BizVersion;
import dev.berth.lifecycle.BizLocks;
import dev.berth.lifecycle.Revision;
import dev.berth.lifecycle.RevisionRegistry;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The control of the base in this JVM.
 *
 * <p>Operations run on a few named threads; those on one biz one after the other, those on different biz side by side.
 */
public final class HostControl implements BaseControl, AutoCloseable {

    private static final int THREADS = 8;

    /** Longer than the start of a biz takes to give up when it heeds no interrupt. */
    private static final Duration GIVE_UP = Duration.ofSeconds(15);

    private final ArtifactStore artifacts;
    private final RevisionRegistry registry;
    private final RevisionViews views;
    private final Supplier<BaseView> baseView;
    private final ExecutorService threads;
    private final Operations operations;
    private final Installer installer;
    private final Uninstaller uninstaller;
    private final Wanted wanted;
    private final StagedJars jars;
    private final Duration drainTimeout;

    /** Makes the control; nothing is installed yet. */
    public HostControl(ControlParts parts) {
        this.artifacts = parts.artifacts();
        this.registry = parts.registry();
        this.views = new RevisionViews(registry);
        this.baseView = parts.baseView();
        this.drainTimeout = parts.drainTimeout();
        this.threads = Executors.newFixedThreadPool(THREADS, HostControl::thread);
        OperationJournal journal = new OperationJournal(parts.operationStore(), parts.clock());
        this.operations = new Operations(threads, parts.clock(), journal.earlier(), journal::write);
        BizLocks locks = new BizLocks();
        WorkFolders folders = new WorkFolders(parts.home());
        this.wanted = new Wanted(parts.wantedStore());
        this.jars = new StagedJars(artifacts, registry, wanted);
        this.installer = new Installer(parts, locks, wanted, folders);
        this.uninstaller = new Uninstaller(parts, locks, wanted, folders);
    }

    private static final AtomicInteger threadNumber = new AtomicInteger();

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "berth-operation-" + threadNumber.incrementAndGet());
        thread.setDaemon(true);
        // Whoever asks first must not lend its loader to a thread that stays
        thread.setContextClassLoader(HostControl.class.getClassLoader());
        return thread;
    }

    /**
     * Installs what the home wants, in the order in which it was installed, and waits for the last.
     *
     * <p>A biz that fails stays wanted; the failure is in its operation and in the log. One that was uninstalled before
     * its turn came is left out.
     */
    public void replay() throws InterruptedException {
        for (InstallRequest request : wanted.requests(artifacts)) {
            if (wanted.contains(request.name().orElseThrow(), request.version().orElse(null))) {
                Operation operation = install(request);
                await(operation.id(), Duration.ofMinutes(10));
            }
        }
    }

    @Override
    public Artifact upload(InputStream body, Announced announced) {
        return jars.add(body, announced);
    }

    @Override
    public Operation install(InstallRequest request) {
        return operations.begin(Operation.Kind.INSTALL, operation -> install(operation, request));
    }

    private void install(RunningOperation operation, InstallRequest request) {
        try {
            installer.install(operation, request);
        } finally {
            jars.installEnded(request.artifact().digest());
        }
    }

    @Override
    public Operation uninstall(BizName name) {
        return uninstall(name, null);
    }

    @Override
    public Operation uninstall(BizId biz) {
        return uninstall(biz.name(), biz.version());
    }

    private Operation uninstall(BizName name, @Nullable BizVersion version) {
        uninstaller.check(name, version);
        return operations.begin(Operation.Kind.UNINSTALL, operation -> uninstaller.uninstall(operation, name, version));
    }

    @Override
    public Operation switchTo(BizName name, BizVersion version) {
        throw notYet();
    }

    @Override
    public Operation rollback(BizName name) {
        throw notYet();
    }

    @Override
    public Operation stop(BizName name) {
        throw notYet();
    }

    @Override
    public Operation start(BizName name) {
        throw notYet();
    }

    private static UnsupportedOperationException notYet() {
        return new UnsupportedOperationException("Not there yet");
    }

    @Override
    public Operation await(OperationId id, Duration timeout) throws InterruptedException {
        return operations.await(id, timeout);
    }

    @Override
    public List<Operation> operations() {
        return operations.all();
    }

    @Override
    public Optional<Operation> operation(OperationId id) {
        return operations.find(id);
    }

    @Override
    public List<BizView> biz() {
        return views.all();
    }

    @Override
    public BizView biz(BizName name) {
        return views.one(name);
    }

    @Override
    public LinkageView linkage(BizName name) {
        return views.linkage(name);
    }

    @Override
    public BaseView base() {
        return baseView.get();
    }

    /**
     * Takes no more requests, breaks installs off, lets uninstalls end and takes every biz down, the newest first; all stay
     * wanted.
     *
     * <p>An operation that does not end is left behind with its biz. An interrupt shortens the wait for operations; a
     * second one leaves the rest of the biz as they are.
     */
    @Override
    public void close() {
        threads.shutdown();
        boolean interrupted = false;
        operations.interruptStarts();
        try {
            awaitOperations();
        } catch (InterruptedException shortened) {
            threads.shutdownNow();
            interrupted = true;
        }
        try {
            for (Revision revision : registry.revisions()) {
                uninstaller.stopAtTheEnd(revision);
            }
        } catch (InterruptedException again) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitOperations() throws InterruptedException {
        if (!threads.awaitTermination(drainTimeout.toMillis(), TimeUnit.MILLISECONDS)) {
            threads.shutdownNow();
            threads.awaitTermination(GIVE_UP.toMillis(), TimeUnit.MILLISECONDS);
        }
    }
}
