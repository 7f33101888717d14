package dev.berth.cli.fake;

import dev.berth.cli.fake.FakeBase.Answer;
import dev.berth.cli.fake.FakeBase.Request;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Installs and uninstalls names; an operation runs until it has been asked for twice. */
public final class FakeControl {

    private static final String[] PHASES = {"link", "prepare", "activate"};

    private final Map<String, String> versions = new TreeMap<>();
    private final Set<String> held = new HashSet<>();
    private final Set<String> down = new HashSet<>();
    private final Set<String> troubled = new HashSet<>();
    private final Map<String, Operation> operations = new LinkedHashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private String failure = "";
    private boolean stuck;

    /** Lets each further operation fail with a stable code. */
    public synchronized void failWith(String code) {
        failure = code;
    }

    /** Lets operations run for ever. */
    public synchronized void getStuck() {
        stuck = true;
    }

    public synchronized void installed(String name, String version) {
        versions.put(name, version);
    }

    /** Has a closed revision whose thread goes on. */
    public synchronized void held(String name, String version) {
        versions.put(name, version);
        held.add(name);
    }

    /** Has a biz that did not come up. */
    public synchronized void down(String name, String version) {
        versions.put(name, version);
        down.add(name);
    }

    /** Has a call that has run for long, and a trouble. */
    public synchronized void troubled(String name, String version) {
        versions.put(name, version);
        troubled.add(name);
    }

    public synchronized boolean isInstalled(String name) {
        return versions.containsKey(name);
    }

    synchronized Answer answer(Request request) {
        String[] path = request.path().split("/");
        return switch (request.method() + " " + (path.length > 2 ? path[2] : "")) {
            case "GET biz" -> path.length == 3 ? list() : show(path);
            case "POST biz" -> path.length == 3 ? install(request.query()) : rollback(path[3]);
            case "DELETE biz" -> uninstall(path[3]);
            case "GET spi" -> spis();
            case "GET operations" -> poll(path[3]);
            default -> problem(404, "NO_SUCH_PATH", 4, "There is nothing at this path");
        };
    }

    private Answer list() {
        String all = versions.keySet().stream().map(this::biz).collect(Collectors.joining(","));
        return new Answer(200, "{\"biz\":[" + all + "]}");
    }

    private Answer show(String[] path) {
        if (!versions.containsKey(path[3])) {
            return noSuchBiz(path[3]);
        }
        if (path.length == 4) {
            return new Answer(200, biz(path[3]));
        }
        return path[4].equals("imports") ? imports(path[3]) : linkage(path[3]);
    }

    private Answer imports(String name) {
        return new Answer(
                200,
                """
                {"name":"%1$s","version":"1.0","revision":"%1$s:1.0#1","imports":[
                 {"bean":"clock","type":"java.time.Clock","types":[],"decision":"excluded","reason":"A setting"},
                 {"bean":"prices","type":"com.acme.Prices","types":["com.acme.Prices"],"decision":"imported",
                  "reason":"The biz sees its type"}]}"""
                        .formatted(name));
    }

    private static Answer spis() {
        return new Answer(
                200,
                """
                {"spi":[{"code":"pricing","version":"1.0","className":"com.acme.PriceService","providers":[
                 {"id":"drf","version":"1.0","rule":{"merchant":"acme"},"priority":2,"fallback":false,"biz":"site-a",
                  "bizVersion":"1","revision":"site-a:1#1","state":"ACTIVE","active":true,
                  "address":"proxy://localhost:8080/pricing/1.0","methods":["proxy://localhost:8080/pricing/1.0/price"]},
                 {"id":"list","version":"1.0","rule":{},"priority":0,"fallback":true,"state":"ACTIVE","active":true,
                  "address":"proxy://localhost:8080/pricing/1.0","methods":[]}],
                 "consumers":[{"biz":"shop","revision":"shop:1#2","point":"com.acme.Shop.prices","type":"ID",
                  "pattern":"","versions":"[1,2)"},
                  {"point":"com.acme.Desk.other","type":"REG","pattern":"x.*","versions":"","problem":"No provider"},
                  {"biz":"unserved","point":"com.acme.Lonely.prices","type":"ID","pattern":"x","versions":"",
                   "problem":"No provider of 'pricing' with the id 'x'"}]}]}""");
    }

    private Answer linkage(String name) {
        return new Answer(
                200,
                """
                {"name":"%1$s","version":"1.0","revision":"%1$s:1.0#1","libraries":[
                 {"library":"com.h2database:h2","bizVersion":"2.4","decision":"bring","reason":"The base has none"},
                 {"library":"org.slf4j:slf4j-api","bizVersion":"2.0.17","baseVersion":"2.0.17","decision":"share",
                  "reason":"Same version"}]}"""
                        .formatted(name));
    }

    private Answer install(Map<String, String> query) {
        String name = query.getOrDefault("name", query.get("fileName").split("-")[0]);
        String version = query.getOrDefault("version", "1.0");
        if (query.get("fileName").contains("broken")) {
            return problem(422, "NO_MAIN_CLASS", 6, "The jar has no main class");
        }
        boolean changed = !version.equals(versions.get(name));
        return begin(new Operation("install", name, version, changed, changed ? 2 : 0, failure));
    }

    /** Goes back to the version that every jar here has. */
    private Answer rollback(String name) {
        return begin(new Operation("install", name, "1.0", true, 0, failure));
    }

    private Answer uninstall(String name) {
        return versions.containsKey(name)
                ? begin(new Operation("uninstall", name, versions.get(name), true, 2, failure))
                : noSuchBiz(name);
    }

    private Answer begin(Operation operation) {
        String id = "operation-" + count.incrementAndGet();
        operations.put(id, operation);
        if (operation.pollsLeft() == 0 && operation.kind().equals("install")) {
            versions.put(operation.name(), operation.version());
        }
        return new Answer(operation.pollsLeft() == 0 ? 200 : 202, json(id, operation));
    }

    private Answer poll(String id) {
        Operation now = operations.computeIfPresent(id, (key, operation) -> stuck ? operation : operation.polled());
        if (now == null) {
            return problem(404, "OPERATION_NOT_FOUND", 4, "There is no operation of that name");
        }
        if (now.pollsLeft() == 0 && now.failure().isEmpty()) {
            if (now.kind().equals("install")) {
                versions.put(now.name(), now.version());
            } else {
                versions.remove(now.name());
            }
        }
        return new Answer(200, json(id, now));
    }

    private String json(String id, Operation operation) {
        boolean ended = operation.pollsLeft() == 0;
        boolean failed = ended && !operation.failure().isEmpty();
        String phases = Arrays.stream(PHASES)
                .limit(PHASES.length - operation.pollsLeft())
                .map(phase -> "{\"name\":\"" + phase + "\",\"millis\":12.34}")
                .collect(Collectors.joining(","));
        return """
                {"id":"%s","kind":"%s","name":"%s","version":"%s","revision":null,"status":"%s","changed":%s,
                 "startedAt":"2026-01-01T00:00:00Z","endedAt":null,"phases":[%s],"problem":%s,"later":"unknown yet"}"""
                .formatted(
                        id,
                        operation.kind(),
                        operation.name(),
                        operation.version(),
                        !ended ? "running" : failed ? "failed" : "succeeded",
                        operation.changed(),
                        phases,
                        failed
                                ? "{\"code\":\"%s\",\"message\":\"It went wrong\",\"remedy\":\"Mend it.\"}"
                                        .formatted(operation.failure())
                                : "null");
    }

    private String biz(String name) {
        String version = versions.get(name);
        if (held.contains(name)) {
            return biz(name, version, "HELD", "\"stateDetail\":\"Thread 'x' ignores its interrupt:\\n\\tat a.B.c\",");
        }
        if (down.contains(name)) {
            return """
                    {"name":"%1$s","version":"%2$s","state":"FAILED","contextPath":"/%1$s","revisions":[],
                     "problem":{"code":"BIZ_START_FAILED","message":"The stock is locked",
                      "remedy":"Bring it up with berth start %1$s."}}"""
                    .formatted(name, version);
        }
        return biz(name, version, "ACTIVE", troubled.contains(name) ? TROUBLES : "");
    }

    private static final String TROUBLES =
            """
            "load":{"places":3,"limit":150,"rejected":7,"busyThreads":2,"oldest":[
             {"description":"GET /catalog/spin","millis":61000.0,"thread":"http-1","state":"RUNNABLE","stack":"\\tat a.B.c"}]},
            "troubles":[{"kind":"out-of-memory","message":"OutOfMemoryError: Java heap space","during":"GET /catalog/items",
             "thread":"http-2","count":3,"first":"2026-01-01T00:00:00Z","last":"2026-01-01T00:00:00Z","remedy":"Mend it."}],
            """;

    private static String biz(String name, String version, String state, String detail) {
        return """
                {"name":"%1$s","version":"%2$s","state":"%3$s","contextPath":"/%1$s","revisions":[
                 {"revision":"%1$s:%2$s#1","version":"%2$s","state":"%3$s",%4$s"layout":"stock","digest":"abc123",
                  "contextPath":"/%1$s","installedAt":"2026-01-01T00:00:00Z","startMillis":812.34,
                  "sharedLibraries":41,"broughtLibraries":3}]}"""
                .formatted(name, version, state, detail);
    }

    private static Answer noSuchBiz(String name) {
        return problem(404, "BIZ_NOT_FOUND", 4, "There is no biz '" + name + "'");
    }

    static Answer problem(int status, String code, int exitCode, String detail) {
        return new Answer(
                status,
                """
                {"type":"urn:berth:error:%s","title":"Any title","status":%d,"detail":"%s","code":"%s",
                 "category":"user","remedy":"Any remedy.","exitCode":%d}"""
                        .formatted(code, status, detail, code, exitCode));
    }

    static Map<String, String> query(URI uri) {
        if (uri.getRawQuery() == null) {
            return Map.of();
        }
        return Arrays.stream(uri.getRawQuery().split("&"))
                .map(member -> member.split("=", 2))
                .collect(Collectors.toMap(
                        member -> member[0],
                        member -> member.length == 1 ? "" : URLDecoder.decode(member[1], StandardCharsets.UTF_8)));
    }

    private record Operation(String kind, String name, String version, boolean changed, int pollsLeft, String failure) {

        Operation polled() {
            return new Operation(kind, name, version, changed, Math.max(0, pollsLeft - 1), failure);
        }
    }
}
