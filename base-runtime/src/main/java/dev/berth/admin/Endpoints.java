package dev.berth.admin;

import dev.berth.biz.BizId;
import dev.berth.biz.BizName;
import dev.berth.biz.BizVersion;
import dev.berth.control.BaseControl;
import dev.berth.control.BizView;
import dev.berth.control.Operation;
import dev.berth.control.OperationId;
import dev.berth.control.SpiView;
import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import java.util.List;
import java.util.Locale;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Everything that the admin API answers; each method reads a request, asks the control and writes what it said. */
final class Endpoints {

    private static final int UNAVAILABLE = 503;

    private final BaseControl control;
    private final Readiness readiness;
    private final OperationAnswers answers;
    private final InstallEndpoint installs;
    private final SwitchEndpoint switches;
    private final DiagnosisEndpoint diagnoses;

    Endpoints(BaseControl control, Readiness readiness, OperationAnswers answers, IdempotencyKeys keys) {
        this.control = control;
        this.readiness = readiness;
        this.answers = answers;
        this.installs = new InstallEndpoint(control, answers, keys);
        this.diagnoses = new DiagnosisEndpoint(control);
        this.switches = new SwitchEndpoint(control, answers, keys);
    }

    RouterFunction<ServerResponse> router() {
        return new Routes()
                .get("/livez", this::live)
                .get("/readyz", this::ready)
                .get("/v1/base", this::base)
                .post("/v1/base/heap-dump", diagnoses::heapDump)
                .get("/v1/leaks", diagnoses::leaks)
                .get("/metrics", diagnoses::metrics)
                .get("/v1/biz", this::list)
                .post("/v1/biz", installs::install)
                .get("/v1/biz/{name}", this::show)
                .delete("/v1/biz/{name}", this::uninstall)
                .get("/v1/biz/{name}/linkage", this::linkage)
                .get("/v1/biz/{name}/imports", this::imports)
                .put("/v1/biz/{name}/active", switches::active)
                .post("/v1/biz/{name}/rollback", switches::rollback)
                .post("/v1/biz/{name}/stop", switches::stop)
                .post("/v1/biz/{name}/start", switches::start)
                .delete("/v1/biz/{name}/{version}", this::uninstall)
                .get("/v1/spi", this::spis)
                .get("/v1/operations", this::operations)
                .get("/v1/operations/{id}", this::operation)
                .build();
    }

    /** That an answer comes is the answer. */
    private ServerResponse live(ServerRequest request) {
        return Answers.ok(new StatusBody("ok"));
    }

    private ServerResponse ready(ServerRequest request) {
        Readiness.State state = readiness.state();
        return state == Readiness.State.READY
                ? Answers.ok(new StatusBody("ok"))
                : Answers.status(UNAVAILABLE, new StatusBody(state.name().toLowerCase(Locale.ROOT)));
    }

    private ServerResponse base(ServerRequest request) {
        Query.of(request);
        return Answers.ok(control.base());
    }

    private ServerResponse list(ServerRequest request) {
        Query.of(request);
        return Answers.ok(new BizList(control.biz()));
    }

    private ServerResponse show(ServerRequest request) {
        Query.of(request);
        return Answers.ok(control.biz(name(request)));
    }

    private ServerResponse linkage(ServerRequest request) {
        Query.of(request);
        return Answers.ok(control.linkage(name(request)));
    }

    private ServerResponse imports(ServerRequest request) {
        Query.of(request);
        return Answers.ok(control.imports(name(request)));
    }

    private ServerResponse uninstall(ServerRequest request) {
        Query query = Query.of(request, OperationAnswers.WAIT);
        OperationAnswers.check(query);
        BizName name = name(request);
        String version = request.pathVariables().get("version");
        return answers.begun(
                version == null ? control.uninstall(name) : control.uninstall(new BizId(name, new BizVersion(version))),
                query);
    }

    private ServerResponse spis(ServerRequest request) {
        Query.of(request);
        return Answers.ok(new SpiList(control.spis()));
    }

    private ServerResponse operations(ServerRequest request) {
        Query.of(request);
        return Answers.ok(new OperationList(control.operations()));
    }

    private ServerResponse operation(ServerRequest request) {
        Query.of(request);
        OperationId id = new OperationId(request.pathVariable("id"));
        return control.operation(id)
                .map(Answers::ok)
                .orElseThrow(() -> new BerthException(
                        ErrorCode.OPERATION_NOT_FOUND,
                        "There is no operation '" + id + "'",
                        "List the operations with GET /v1/operations; a base remembers only the newest."));
    }

    private static BizName name(ServerRequest request) {
        return new BizName(request.pathVariable("name"));
    }

    private record StatusBody(String status) {}

    private record BizList(List<BizView> biz) {}

    private record SpiList(List<SpiView> spi) {}

    private record OperationList(List<Operation> operations) {}
}
