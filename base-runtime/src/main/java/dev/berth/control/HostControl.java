package dev.berth.control;

import dev.berth.artifact.Announced;
import dev.berth.artifact.Artifact;
import dev.berth.artifact.ArtifactStore;
import dev.berth.biz.BizId;
import dev.berth.biz.BizName;
import dev.berth.biz.BizVersion;
import dev.berth.control.Operation.Kind;
import dev.berth.lifecycle.ClosedPaths;
import dev.berth.lifecycle.RevisionRegistry;
import dev.berth.store.WantedBiz;
import dev.berth.store.WantedVersion;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The control of the base in this JVM.
 *
 * <p>Operations run on named threads; those on one biz one after the other, those on different biz side by side. One that
 * waits for its biz keeps a thread; an install keeps also one of eight places, except while it waits for an earlier install
 * of its own biz. Installs of one biz keep their order among themselves, but one that waits for another lets a stop or an
 * uninstall that was asked for later go first.
 */
public final class HostControl implements BaseControl, AutoCloseable {

    /** Longer than the start of a biz takes to give up when it heeds no interrupt. */
    private static final Duration GIVE_UP = Duration.ofSeconds(10);

    /** So many changes can be made where the JVM can start no more threads. */
    private static final int READY = 4;

    private final ArtifactStore artifacts;
    private final RevisionRegistry registry;
    private final ClosedPaths closedPaths;
    private final RevisionViews views;
    private final Supplier<BaseView> baseView;
    private final Supplier<List<SpiView>> spiViews;
    private final ExecutorService installs = OperationThreads.pool("berth-install-", 0);
    private final ExecutorService changes = OperationThreads.pool("berth-change-", READY);
    private final OperationJournal journal;
    private final Operations operations;
    private final Installer installer;
    private final Switcher switcher;
    private final Uninstaller uninstaller;
    private final Wanted wanted;
    private final StagedJars jars;
    private final Standbys standbys;
    private final Drains drains;
    private final Downs downs;
    private final Duration drainTimeout;
    private final ControlParts parts;
    private final UnderLock underLock = new UnderLock();
    private final TakeDown takeDown;
    private final HeapDumps heapDumps;

    /** Makes the control; nothing is installed yet. */
    public HostControl(ControlParts parts) {
        this.parts = parts;
        this.artifacts = parts.artifacts();
        this.registry = parts.registry();
        this.closedPaths = parts.closedPaths();
        this.baseView = parts.baseView();
        this.spiViews = parts.spiViews();
        this.drainTimeout = parts.drainTimeout();
        this.journal = new OperationJournal(parts.operationStore(), parts.clock());
        this.operations = new Operations(installs, parts.clock(), journal.earlier(), journal);
        this.wanted = new Wanted(parts.wantedStore(), artifacts);
        WorkFolders folders = new WorkFolders(parts.home());
        this.jars = new StagedJars(artifacts, registry, wanted);
        this.takeDown = new TakeDown(parts, folders);
        this.heapDumps = new HeapDumps(parts.home());
        this.standbys = new Standbys(parts, wanted, underLock, takeDown);
        this.downs = new Downs(parts, wanted, underLock);
        this.views = new RevisionViews(parts, wanted, standbys, downs);
        this.drains = new Drains(parts, operations, underLock, standbys);
        RevisionStarter starter = new RevisionStarter(parts, folders);
        Activation activation = new Activation(parts, wanted, drains, takeDown);
        this.installer = new Installer(parts, wanted, underLock, starter, activation, takeDown);
        this.switcher = new Switcher(parts, wanted, underLock, starter, activation);
        this.uninstaller = new Uninstaller(parts, wanted, underLock, takeDown);
    }

    /**
     * Installs what the home wants, in the order in which it was installed, and waits for the last.
     *
     * <p>A biz that fails stays wanted; the failure is in its operation and in the log. One that was uninstalled before
     * its turn came is left out, and so is one that was stopped.
     */
    public void replay() throws InterruptedException {
        wanted.all().stream().filter(WantedBiz::isStopped).forEach(this::closePath);
        wanted.withoutJar().forEach(downs::jarIsGone);
        for (InstallRequest request : wanted.requests()) {
            BizId biz =
                    new BizId(request.name().orElseThrow(), request.version().orElseThrow());
            if (wanted.runs(biz)) {
                Operation operation = operations.begin(Kind.INSTALL, each -> replay(each, biz, request));
                await(operation.id(), Duration.ofMinutes(10));
            }
        }
    }

    private void replay(RunningOperation operation, BizId biz, InstallRequest request) {
        operation.about(biz);
        downs.watch(operation, () -> installer.replay(operation, request));
    }

    private void closePath(WantedBiz stopped) {
        stopped.current().flatMap(WantedVersion::servedAt).ifPresent(path -> closedPaths.close(stopped.name(), path));
    }

    @Override
    public Artifact upload(InputStream body, Announced announced) {
        return jars.add(body, announced);
    }

    @Override
    public Operation install(InstallRequest request) {
        return operations.begin(Kind.INSTALL, operation -> install(operation, request));
    }

    private void install(RunningOperation operation, InstallRequest request) {
        try {
            downs.watch(operation, () -> installer.install(operation, request));
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
        Asked asked =
                version == null ? Asked.of(Kind.UNINSTALL, name) : Asked.of(Kind.UNINSTALL, new BizId(name, version));
        return change(asked, operation -> uninstaller.uninstall(operation, name, version));
    }

    @Override
    public Operation switchTo(BizName name, BizVersion version) {
        switcher.known(name, version);
        return change(
                Asked.of(Kind.SWITCH, new BizId(name, version)),
                operation -> switcher.switchTo(operation, name, version));
    }

    @Override
    public Operation rollback(BizName name) {
        switcher.earlier(name);
        return change(Asked.of(Kind.ROLLBACK, name), operation -> switcher.rollback(operation, name));
    }

    @Override
    public Operation stop(BizName name) {
        switcher.biz(name);
        return change(Asked.of(Kind.STOP, name), operation -> switcher.stop(operation, name));
    }

    @Override
    public Operation start(BizName name) {
        switcher.biz(name);
        return change(Asked.of(Kind.START, name), operation -> switcher.start(operation, name));
    }

    private Operation change(Asked asked, Consumer<RunningOperation> work) {
        return operations.begin(asked, changes, operation -> {
            try {
                downs.watch(operation, () -> work.accept(operation));
            } finally {
                jars.removeForgotten();
            }
        });
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
    public List<SpiView> spis() {
        return spiViews.get();
    }

    @Override
    public ImportsView imports(BizName name) {
        return views.imports(name, parts.imports());
    }

    @Override
    public BaseView base() {
        return baseView.get().withDownBiz(downs.count());
    }

    @Override
    public LeaksView leaks() {
        return LoaderViews.leaks(parts.loaders(), parts.leakBudget());
    }

    @Override
    public HeapDump dumpHeap() {
        return heapDumps.take();
    }

    @Override
    public String metrics() {
        return parts.metrics().get();
    }

    /** Tells whether a biz goes on, with another revision or the same one later: it is wanted and the base does not end. */
    public boolean goesOn(BizName name) {
        return !installs.isShutdown() && wanted.find(name).isPresent();
    }

    /** Gives up what only makes a rollback faster, because memory is short; returns at once. */
    public void memoryIsShort() {
        standbys.dropAll();
    }

    /** Ends within the time that calls have when a biz is taken down. */
    @Override
    public void close() {
        close(drainTimeout);
    }

    /**
     * Takes no more requests, breaks starts off, lets uninstalls end, drains every biz at the same time and closes them,
     * the newest first; all stay wanted.
     *
     * <p>An operation that does not end is left behind with its biz. An interrupt shortens the waits.
     *
     * @param grace how long that may take, however a biz behaves; the last part of it is for closing
     */
    public void close(Duration grace) {
        long deadline = System.nanoTime() + grace.toNanos();
        long closing = deadline - BaseEnd.closing(grace).toNanos();
        installs.shutdown();
        changes.shutdown();
        operations.interruptStarts();
        drains.close();
        standbys.close();
        BaseEnd end = new BaseEnd(parts, underLock, takeDown);
        end.drain(closing);
        boolean interrupted = !attempt(() -> awaitOperations(closing)) | !attempt(() -> end.close(closing, deadline));
        journal.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The time in which contexts are closed is theirs: what an operation still works on is left behind. */
    private void awaitOperations(long closing) throws InterruptedException {
        long patience = Math.min(System.nanoTime() + drainTimeout.toNanos(), closing);
        if (!awaitThreads(patience)) {
            shutDownNow();
            awaitThreads(Math.min(System.nanoTime() + GIVE_UP.toNanos(), closing));
        }
    }

    private boolean awaitThreads(long deadline) throws InterruptedException {
        return installs.awaitTermination(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)
                & changes.awaitTermination(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    private void shutDownNow() {
        installs.shutdownNow();
        changes.shutdownNow();
    }

    /** Tells whether it was not interrupted; what was awaited is then broken off. */
    private boolean attempt(Waiting step) {
        try {
            step.run();
            return true;
        } catch (InterruptedException shortened) {
            shutDownNow();
            return false;
        }
    }

    private interface Waiting {

        void run() throws InterruptedException;
    }
}
