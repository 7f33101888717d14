package dev.berth.fidelity.lines;

import dev.berth.fidelity.AllowedDifference;
import dev.berth.fidelity.Line;
import dev.berth.fidelity.Mask;
import dev.berth.fidelity.Visitor;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Collectors;

/** Meters, health and log levels. */
public final class ActuatorLine implements Line {

    private static final List<String> NAMES =
            List.of("jvm.memory.used", "process.uptime", "application.ready.time", "logback.events");

    @Override
    public String name() {
        return "actuator";
    }

    @Override
    public String shows() {
        return "Actuator under its own path: health, info, metrics, loggers, mappings, an own endpoint; Micrometer's own and global meters, Prometheus";
    }

    @Override
    public void visit(Visitor visitor) throws Exception {

        visitor.remark("links", sorted(visitor, "/actuator"));
        visitor.get("/actuator/health").answers(200).with("\"teapotHealth\"", "\"cups\":4");
        visitor.get("/actuator/health/liveness").answers(200).with("UP");
        visitor.get("/actuator/health/readiness").answers(200).with("UP");
        visitor.get("/actuator/info").answers(200).with("Tea first", "\"artifact\":\"actuator\"");
        visitor.postForm("/orders", "amount=2").answers(200).with("2");
        visitor.postForm("/orders", "amount=3").answers(200).with("5");
        visitor.get("/actuator/metrics/orders").answers(200).with("5.0", "shop");
        visitor.get("/actuator/metrics/order.placed").answers(200).with("COUNT");
        visitor.get("/actuator/metrics/http.server.requests?tag=uri:/orders")
                .answers(200)
                .with("2.0");
        visitor.get("/actuator/metrics/global.orders").answers(200);
        visitor.get("/actuator/metrics/none").answers(404);
        visitor.get("/actuator/metrics/tomcat.sessions.active.current");
        for (String name : NAMES) {
            visitor.get("/actuator/metrics/" + name).answers(200);
        }
        visitor.get("/actuator/loggers/com.example.actuator").answers(200).with("INFO");
        visitor.postJson("/actuator/loggers/com.example.actuator", "{\"configuredLevel\":\"DEBUG\"}")
                .answers(204);
        visitor.get("/actuator/loggers/com.example.actuator").answers(200).with("DEBUG");
        visitor.remark("mappings", sorted(visitor, "/actuator/mappings"));
        visitor.get("/actuator/kettle").answers(200).with("20");
        visitor.postJson("/actuator/kettle", "{\"to\":95}").answers(200);
        visitor.get("/actuator/kettle").answers(200).with("95");
        visitor.remark("prometheus", ownSamples(visitor));
    }
    /** Of all samples those of the application's own meters. */
    private static String ownSamples(Visitor visitor) throws Exception {
        return body(visitor, "/actuator/prometheus")
                .lines()
                .filter(sample -> sample.startsWith("orders_total") || sample.startsWith("global_orders"))
                .collect(Collectors.joining("\n"));
    }

    /** The texts of an answer whose order hangs on that of methods in a class, which each JVM finds out anew. */
    private static String sorted(Visitor visitor, String path) throws Exception {
        return body(visitor, path)
                .replaceAll("[{}\\[\\],]+", "\n")
                .lines()
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private static String body(Visitor visitor, String path) throws Exception {
        HttpRequest request = visitor.request(path).build();
        return visitor.client()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }

    @Override
    public List<Mask> masks() {
        return List.of(
                Mask.of("(\"TOTAL_TIME\"|\"MAX\"),\"value\":[0-9.E-]+", "$1,\"value\":<measured>"),
                Mask.of("(\"VALUE\"),\"value\":[0-9.E-]+", "$1,\"value\":<measured>"),
                // Of a method and its bridge either comes first
                Mask.of("(HttpServletResponse;\\)L)java/(?:util/Map|lang/Object);", "$1<links>;"),
                Mask.of("\"time\":\"[^\"]+\"", "\"time\":\"<of the build>\""));
    }

    @Override
    public List<AllowedDifference> differences() {
        return List.of(AllowedDifference.of(
                ".+/tomcat.sessions.+",
                ".+",
                "404|0|\\(none\\)|",
                "the meters of Tomcat belong to the base's own server"));
    }
}
