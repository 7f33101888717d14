package dev.berth.admin;

import dev.berth.artifact.Announced;
import dev.berth.artifact.Artifact;
import dev.berth.biz.BizId;
import dev.berth.biz.BizName;
import dev.berth.biz.BizVersion;
import dev.berth.biz.Digest;
import dev.berth.control.BaseControl;
import dev.berth.control.BaseView;
import dev.berth.control.BizView;
import dev.berth.control.HeapDump;
import dev.berth.control.ImportsView;
import dev.berth.control.InstallRequest;
import dev.berth.control.LeaksView;
import dev.berth.control.LinkageView;
import dev.berth.control.LoadView;
import dev.berth.control.Operation;
import dev.berth.control.OperationId;
import dev.berth.control.Problem;
import dev.berth.control.SpiView;
import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** A base that installs nothing but remembers what it was asked; operations end the way a test says. */
final class FakeBaseControl implements BaseControl {

    final List<Optional<Long>> announcedLengths = new CopyOnWriteArrayList<>();
    final List<InstallRequest> installs = new CopyOnWriteArrayList<>();
    final CountDownLatch waiterCame = new CountDownLatch(1);

    /** What becomes of each operation: by default it succeeds and changes something. */
    volatile UnaryOperator<Operation> outcome = FakeBaseControl::succeeded;

    /** What every view does first: by default nothing. */
    volatile Runnable beforeView = () -> {};

    private final Map<OperationId, Operation> operations = new ConcurrentHashMap<>();
    private final AtomicInteger counter = new AtomicInteger();

    static Operation succeeded(Operation begun) {
        return ended(begun, Operation.Status.SUCCEEDED, true, Optional.empty());
    }

    static Operation unchanged(Operation begun) {
        return ended(begun, Operation.Status.SUCCEEDED, false, Optional.empty());
    }

    static Operation failed(Operation begun) {
        Problem problem = new Problem(ErrorCode.BIZ_START_FAILED, "The biz did not start", "Look into its log.");
        return ended(begun, Operation.Status.FAILED, false, Optional.of(problem));
    }

    private static Operation ended(
            Operation begun, Operation.Status status, boolean changed, Optional<Problem> problem) {
        return new Operation(
                begun.id(),
                begun.kind(),
                begun.name(),
                begun.version(),
                begun.revision(),
                begun.replaced(),
                status,
                changed,
                begun.startedAt(),
                status == Operation.Status.RUNNING ? Optional.empty() : Optional.of(Instant.EPOCH.plusSeconds(1)),
                List.of(new Operation.Phase("link", 1.25)),
                List.of(),
                List.of(),
                problem);
    }

    @Override
    public Artifact upload(InputStream body, Announced announced) {
        Optional<Digest> expected = announced.digest();
        OptionalLong length = announced.length();
        announcedLengths.add(length.isPresent() ? Optional.of(length.getAsLong()) : Optional.empty());
        try (DigestOutputStream sink = new DigestOutputStream(OutputStream.nullOutputStream(), sha256())) {
            long size = body.transferTo(sink);
            Digest digest =
                    new Digest(HexFormat.of().formatHex(sink.getMessageDigest().digest()));
            if (expected.isPresent() && !expected.get().equals(digest)) {
                throw new BerthException(ErrorCode.DIGEST_MISMATCH, "The jar has another digest", "Send it again.");
            }
            return new Artifact(digest, Path.of("stored.jar"), size);
        } catch (IOException e) {
            throw new UncheckedIOException("The disk failed", e);
        }
    }

    @Override
    public Operation install(InstallRequest request) {
        installs.add(request);
        return begin(Operation.Kind.INSTALL, request.name().orElse(new BizName("catalog")));
    }

    @Override
    public Operation uninstall(BizId biz) {
        return uninstall(biz.name());
    }

    @Override
    public Operation uninstall(BizName name) {
        if (!name.value().equals("catalog")) {
            throw notFound(name);
        }
        return begin(Operation.Kind.UNINSTALL, name);
    }

    @Override
    public Operation switchTo(BizName name, BizVersion version) {
        return begin(Operation.Kind.SWITCH, name, version.value());
    }

    @Override
    public Operation rollback(BizName name) {
        return begin(Operation.Kind.ROLLBACK, name);
    }

    @Override
    public Operation stop(BizName name) {
        return begin(Operation.Kind.STOP, name);
    }

    @Override
    public Operation start(BizName name) {
        return begin(Operation.Kind.START, name);
    }

    @Override
    public Operation await(OperationId id, Duration timeout) throws InterruptedException {
        waiterCame.countDown();
        Operation operation = operations.get(id);
        if (operation.status() == Operation.Status.RUNNING) {
            TimeUnit.NANOSECONDS.sleep(timeout.toNanos());
        }
        return operation;
    }

    @Override
    public List<Operation> operations() {
        List<Operation> all = new ArrayList<>(operations.values());
        all.sort(Comparator.comparing((Operation operation) -> operation.id().value())
                .reversed());
        return all;
    }

    @Override
    public Optional<Operation> operation(OperationId id) {
        return Optional.ofNullable(operations.get(id));
    }

    @Override
    public List<BizView> biz() {
        beforeView.run();
        return List.of(biz(new BizName("catalog")));
    }

    @Override
    public BizView biz(BizName name) {
        if (!name.value().equals("catalog")) {
            throw notFound(name);
        }
        return new BizView(
                name, "1.0", "ACTIVE", Optional.of("/catalog"), List.of("0.9"), List.of(revision()), Optional.empty());
    }

    @Override
    public LinkageView linkage(BizName name) {
        return new LinkageView(
                name.value(),
                "1.0",
                "catalog:1.0#1",
                List.of(new LinkageView.Entry(
                        "org.slf4j:slf4j-api",
                        "2.0.17",
                        Optional.of("2.0.17"),
                        Optional.empty(),
                        "share",
                        "Same version")));
    }

    @Override
    public List<SpiView> spis() {
        String address = "proxy://localhost:8080/pricing/1.0";
        return List.of(new SpiView(
                "pricing",
                "1.0",
                "com.acme.PriceService",
                List.of(new SpiView.Provider(
                        "drf",
                        "1.0",
                        Map.of("merchant", "acme"),
                        2,
                        false,
                        Optional.of("site-a"),
                        Optional.of("1"),
                        Optional.of("site-a:1#1"),
                        "ACTIVE",
                        true,
                        address,
                        List.of(address + "/price"))),
                List.of(new SpiView.Consumer(
                        Optional.empty(),
                        Optional.empty(),
                        "com.acme.Desk.prices",
                        "ID",
                        "drf",
                        "",
                        Optional.empty()))));
    }

    @Override
    public ImportsView imports(BizName name) {
        return new ImportsView(
                name.value(),
                "1.0",
                "catalog:1.0#1",
                List.of(new ImportsView.Entry(
                        "prices", "com.acme.Prices", List.of("com.acme.Prices"), "imported", "The biz sees its type")));
    }

    @Override
    public LeaksView leaks() {
        return new LeaksView(10, List.of(), 3, 2, 40.5);
    }

    @Override
    public HeapDump dumpHeap() {
        throw new BerthException(ErrorCode.HEAP_DUMP_RUNNING, "Another heap dump is being taken", "Ask again.");
    }

    @Override
    public String metrics() {
        return "berth_biz_active 1.0\n";
    }

    @Override
    public BaseView base() {
        return new BaseView(
                "0.1.0",
                7,
                Instant.EPOCH,
                true,
                "17",
                "4.1.1",
                "3.1.7",
                8080,
                8081,
                0,
                List.of(new BaseView.StartStep("container", Instant.EPOCH)),
                List.of(new BaseView.Library("org.slf4j:slf4j-api", Optional.empty())),
                List.of(),
                List.of(),
                List.of(),
                new BaseView.Guard(true, Optional.empty(), Optional.empty()));
    }

    private Operation begin(Operation.Kind kind, BizName name) {
        return begin(kind, name, "1.0");
    }

    private Operation begin(Operation.Kind kind, BizName name, String version) {
        OperationId id = new OperationId("operation-%04d".formatted(counter.incrementAndGet()));
        Operation begun = new Operation(
                id,
                kind,
                Optional.of(name),
                Optional.of(version),
                Optional.empty(),
                Optional.empty(),
                Operation.Status.RUNNING,
                false,
                Instant.EPOCH,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
        operations.put(id, outcome.apply(begun));
        return begun;
    }

    private static BizView.RevisionView revision() {
        return new BizView.RevisionView(
                "catalog:1.0#1",
                "1.0",
                "ACTIVE",
                Optional.empty(),
                Optional.of(Instant.EPOCH),
                2,
                new LoadView(1, Optional.of(150), 0, 1, List.of()),
                List.of(),
                5,
                3,
                Optional.empty(),
                "slim",
                "a".repeat(64),
                Optional.of("/catalog"),
                Instant.EPOCH,
                Optional.of(12.5),
                1,
                0);
    }

    private static BerthException notFound(BizName name) {
        return new BerthException(
                ErrorCode.BIZ_NOT_FOUND, "There is no biz '" + name + "'", "List them with GET /v1/biz.");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
