package dev.berth.cli.fake;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A base as its HTTP contract describes it, made of the JDK alone: the admin API on one port, the modules on another.
 *
 * <p>Modules are only names here; each path of an installed one answers with the same page.
 */
public final class FakeBase implements AutoCloseable {

    public static final String TOKEN = "the-token";
    private static final String ANY_PAGE = "<html><title>Any page</title>TEA-001</html>";

    private final HttpServer admin;
    private final HttpServer business;
    private final FakeControl control = new FakeControl();
    private final Map<String, Answer> prepared = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    /** Starts on free ports. */
    public FakeBase() throws IOException {
        this(0, 0);
    }

    public FakeBase(int businessPort, int adminPort) throws IOException {
        admin = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), adminPort), 0);
        business = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), businessPort), 0);
        admin.createContext("/", this::serveAdmin);
        business.createContext("/", this::serveBusiness);
        admin.start();
        business.start();
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + adminPort());
    }

    public int adminPort() {
        return admin.getAddress().getPort();
    }

    public int businessPort() {
        return business.getAddress().getPort();
    }

    public FakeControl control() {
        return control;
    }

    public List<Request> requests() {
        return requests;
    }

    /** Answers a method and path with this instead of what the contract says. */
    public void prepare(String methodAndPath, int status, String body) {
        prepared.put(methodAndPath, new Answer(status, body));
    }

    @Override
    public void close() {
        admin.stop(0);
        business.stop(0);
    }

    private void serveAdmin(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Request request = new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                FakeControl.query(exchange.getRequestURI()),
                Map.copyOf(exchange.getRequestHeaders()),
                body.length);
        requests.add(request);
        send(exchange, answer(request));
    }

    private Answer answer(Request request) {
        Answer instead = prepared.get(request.method() + " " + request.path());
        if (instead != null) {
            return instead;
        }
        if (request.path().equals("/readyz")) {
            return new Answer(200, "{\"status\":\"ok\"}");
        }
        if (!request.header("Authorization").equals("Bearer " + TOKEN)) {
            return FakeControl.problem(401, "UNAUTHENTICATED", 3, "A token is needed");
        }
        if (request.path().equals("/v1/base")) {
            return new Answer(200, base());
        }
        return control.answer(request);
    }

    private String base() {
        return """
                {"version":"0.1.0","pid":%d,"startedAt":"2026-01-01T00:00:00Z","ready":true,"javaVersion":"17.0.15",
                 "springBootVersion":"4.1.1","arkVersion":"3.1.7","businessPort":%d,"adminPort":%d,"startSteps":[],
                 "libraries":[],"exports":[],"plugins":[{"name":"json-rules","library":"com.acme:json-rules",
                  "version":"1.2","priority":100,"origin":"home","exports":["com.acme.rules"],"activator":null}],"exportedBeans":[
                  {"name":"fresh","aliases":[],"type":"com.acme.Fresh","refusal":"It is no singleton"},
                  {"name":"prices","aliases":[],"type":"com.acme.Prices"}],
                 "guard":{"on":false,"reason":"Started without the agent","remedy":"Start it with java -jar"}}"""
                .formatted(ProcessHandle.current().pid(), businessPort(), adminPort());
    }

    private void serveBusiness(HttpExchange exchange) throws IOException {
        String name = exchange.getRequestURI().getPath().split("/")[1];
        send(exchange, control.isInstalled(name) ? new Answer(200, ANY_PAGE) : new Answer(404, "{}"));
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** What is answered. */
    public record Answer(int status, String body) {}

    /** What was asked. */
    public record Request(
            String method, String path, Map<String, String> query, Map<String, List<String>> headers, int length) {

        public String header(String name) {
            return headers.getOrDefault(name, List.of("")).get(0);
        }
    }
}
