package dev.berth.admin;

import dev.berth.control.Problem;
import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** The table of all paths, and the answers for what is not in it: 405 with the methods that are, or 404. */
final class Routes {

    private final List<Route> routes = new ArrayList<>();
    private final RouterFunctions.Builder router = RouterFunctions.route();

    /** Adds a path that answers GET, and HEAD with it. */
    Routes get(String pattern, HandlerFunction<ServerResponse> handler) {
        return add(pattern, handler, HttpMethod.GET, HttpMethod.HEAD);
    }

    Routes post(String pattern, HandlerFunction<ServerResponse> handler) {
        return add(pattern, handler, HttpMethod.POST);
    }

    Routes put(String pattern, HandlerFunction<ServerResponse> handler) {
        return add(pattern, handler, HttpMethod.PUT);
    }

    Routes delete(String pattern, HandlerFunction<ServerResponse> handler) {
        return add(pattern, handler, HttpMethod.DELETE);
    }

    /** Ends the table. */
    RouterFunction<ServerResponse> build() {
        List<Route> all = List.copyOf(routes);
        return router.route(RequestPredicates.all(), request -> refuse(request, all))
                .build();
    }

    private Routes add(String pattern, HandlerFunction<ServerResponse> handler, HttpMethod... methods) {
        routes.add(new Route(PathPatternParser.defaultInstance.parse(pattern), Set.of(methods)));
        router.route(RequestPredicates.methods(methods).and(RequestPredicates.path(pattern)), handler);
        return this;
    }

    private static ServerResponse refuse(ServerRequest request, List<Route> routes) {
        Set<String> allowed = routes.stream()
                .filter(route -> route.pattern().matches(request.requestPath().pathWithinApplication()))
                .flatMap(route -> route.methods().stream())
                .map(HttpMethod::name)
                .collect(Collectors.toCollection(TreeSet::new));
        if (allowed.isEmpty()) {
            throw new BerthException(
                    ErrorCode.NO_SUCH_PATH,
                    "The admin API has no such path",
                    "Business traffic has a port of its own; the paths of this one begin with /v1.");
        }
        String methods = String.join(", ", allowed);
        Problem problem = new Problem(
                ErrorCode.METHOD_NOT_ALLOWED, "The path does not answer this method", "Use " + methods + ".");
        return Answers.wrongMethod(ProblemBody.of(problem), methods);
    }

    private record Route(PathPattern pattern, Set<HttpMethod> methods) {}
}
