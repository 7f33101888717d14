package dev.berth.web;

import dev.berth.biz.BizName;
import dev.berth.lifecycle.Bulkhead;
import dev.berth.lifecycle.CallAdmission;
import dev.berth.lifecycle.CallTree;
import dev.berth.lifecycle.ClosedPaths;
import dev.berth.lifecycle.Revision;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Leads each call to the active revision of its biz and counts it there, from before the look at the pointer to the end
 * of the response, error pages and asynchronous answers included.
 *
 * <p>Tomcat's mapper says which biz a path belongs to and no more: it has looked before the call was counted, and while
 * one revision takes over from another it knows both. It is a valve of the host, since Tomcat renders a context's error
 * pages when the context's own valves are done. Calls of the base's own context pass by.
 */
final class CallValve extends ValveBase {

    /** An attribute of the connector's request, which is none of those that the application sees listed or hears of. */
    private static final String CALL = Call.class.getName();

    /** So many health checks of a biz that is busy are answered at once. */
    private static final int HEALTH_CHECKS = 2;

    private final CallAdmission admission;
    private final RevisionContexts contexts;
    private final ClosedPaths closedPaths;
    private final Optional<TryHeader> tryHeader;

    /**
     * Makes the valve.
     *
     * @param routing how calls find their revision
     * @param contexts the contexts of revisions
     */
    CallValve(WebRouting routing, RevisionContexts contexts) {
        super(true);
        this.admission = routing.admission();
        this.closedPaths = routing.closedPaths();
        this.contexts = contexts;
        this.tryHeader = routing.tryHeader() ? Optional.of(new TryHeader(contexts)) : Optional.empty();
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (request.getCoyoteRequest().getAttribute(CALL) instanceof Call call) {
            // A dispatch of an asynchronous call that was counted when it came in
            pass(call, request, response);
        } else if (tryHeader.isEmpty() || !tried(tryHeader.get(), request, response)) {
            route(request, response);
        }
    }

    private void route(Request request, Response response) throws IOException, ServletException {
        Optional<RevisionContext> mapped =
                request.getContext() instanceof RevisionContext context ? Optional.of(context) : Optional.empty();
        // A path that is closed belongs to its biz, also where the mapper found one whose path it lies in
        int length = mapped.map(context -> context.getPath().length()).orElse(0);
        Optional<ClosedPaths.Closed> closed = closedPaths
                .find(request::getDecodedRequestURI)
                .filter(each -> each.path().value().length() > length);
        if (closed.isPresent()) {
            Refusal.closed(response, closed.get());
        } else if (mapped.isPresent()) {
            serve(mapped.get(), request, response);
        } else {
            getNext().invoke(request, response);
        }
    }

    private void serve(RevisionContext mapped, Request request, Response response)
            throws IOException, ServletException {
        BizName name = mapped.revision().id().name();
        Call call = call(request);
        Optional<Revision> entered = call.tree().enter(name);
        if (entered.isEmpty()) {
            call.end();
            Refusal.closed(response, name);
        } else if (!hasPlace(call, entered.get(), mapped, request)) {
            call.end();
            Refusal.busy(response, name);
        } else if (entered.get() == mapped.revision()) {
            begin(call, request, response);
        } else {
            lead(contexts.of(entered.get()), call, request, response);
        }
    }

    private static boolean hasPlace(Call call, Revision revision, RevisionContext mapped, Request request) {
        Bulkhead bulkhead = revision.bulkhead();
        if (call.takePlace(bulkhead, 0) || mapped.isHealthCheck(request) && call.takePlace(bulkhead, HEALTH_CHECKS)) {
            return true;
        }
        bulkhead.rejected();
        return false;
    }

    /** Follows the pointer where the mapper has found another revision. */
    private void lead(Optional<RevisionContext> target, Call call, Request request, Response response)
            throws IOException, ServletException {
        boolean taken = false;
        try {
            taken = target.isPresent() && target.get().take(request);
        } finally {
            if (!taken) {
                call.end();
            }
        }
        if (taken) {
            begin(call, request, response);
        } else {
            // The path belonged to the revision before
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private boolean tried(TryHeader header, Request request, Response response) throws IOException, ServletException {
        Optional<String> wanted = TryHeader.wanted(request);
        List<RevisionContext> candidates = wanted.isEmpty() ? List.of() : header.candidates(request);
        if (candidates.isEmpty()) {
            return false;
        }
        for (RevisionContext context : candidates) {
            if (TryHeader.names(wanted.orElseThrow(), context)) {
                Call call = call(request);
                if (call.tree().enter(context.revision())) {
                    tryOut(context, call, request, response);
                    return true;
                }
                call.end();
            }
        }
        Refusal.notThere(response);
        return true;
    }

    private void tryOut(RevisionContext context, Call call, Request request, Response response)
            throws IOException, ServletException {
        if (hasPlace(call, context.revision(), context, request)) {
            lead(Optional.of(context), call, request, response);
        } else {
            call.end();
            Refusal.busy(response, context.revision().id().name());
        }
    }

    /** Counts the call of a request out, if it has not been yet. */
    static void ended(Request request) {
        if (request.getCoyoteRequest().getAttribute(CALL) instanceof Call call) {
            call.end();
        }
    }

    /** Without path parameters, which may hold a session. */
    private Call call(Request request) {
        return new Call(admission, request.getMethod() + " " + request.getDecodedRequestURI());
    }

    private void begin(Call call, Request request, Response response) throws IOException, ServletException {
        request.getCoyoteRequest().setAttribute(CALL, call);
        pass(call, request, response);
    }

    private void pass(Call call, Request request, Response response) throws IOException, ServletException {
        boolean endsLater = false;
        call.enterPass();
        try (CallTree.Binding binding = call.tree().bind()) {
            getNext().invoke(request, response);
            endsLater = request.isAsync();
            RequestErrors.report(request, response);
        } catch (Error error) {
            // The border to a biz: Tomcat would lose its thread, and with it the connection
            RequestErrors.answer(error, request, response);
        } finally {
            call.leavePass();
            if (endsLater) {
                call.waitFor(request.getAsyncContextInternal());
            } else {
                call.end();
            }
        }
    }
}
