package dev.berth.benchmarks.host;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The default base with the stock jar of the sample {@code catalog}, whose every request goes through JPA. */
final class BerthCycled implements CycledHost {

    /** The active one, and the standby that a rollback would go to. */
    private static final int AFTER_REPLACE = 2;

    /**
     * A run is to show how much leaks, and not to end where the base refuses to go on; and a thousand proofs are not to
     * wait for a tenth of the time.
     */
    private static final List<String> SETTINGS =
            List.of("--berth.leak.budget=1000000", "--berth.leak.gc-interval=100ms", "--berth.leak.gc-share=0.5");

    private static final int SHIPPED = 4;
    private static final Set<String> SETTLED = Set.of("ACTIVE", "STANDBY", "HELD");
    private static final String SKU = "CYC-001";

    private final BerthBase base;
    private final JsonCalls admin;
    private final JsonCalls catalog;
    private final Path jar;

    private BerthCycled(BerthBase base, Path jar) {
        this.base = base;
        this.admin = base.admin();
        this.catalog = new JsonCalls(base.port(), "");
        this.jar = jar;
    }

    /** Starts a base with a fresh home in the folder. */
    static CycledHost start(Builds builds, Jdk jdk, SoftReferences references, Path folder) {
        Path jar = builds.catalog();
        return new BerthCycled(BerthBase.start(builds, jdk, references.options(), SETTINGS, folder), jar);
    }

    @Override
    public String title() {
        return base.title();
    }

    @Override
    public void install(int version) {
        upload(version);
    }

    @Override
    public void replace(int version) {
        upload(version);
    }

    private void upload(int version) {
        try {
            succeeded(admin.send(admin.request("/v1/biz?wait=60s&name=catalog&strategy=replace&version=" + version)
                    .header("Content-Type", "application/java-archive")
                    .POST(HttpRequest.BodyPublishers.ofFile(jar))));
        } catch (FileNotFoundException e) {
            throw new HostException("The jar of the sample is gone", e);
        }
    }

    @Override
    public void use() {
        JsonNode added = catalog.send(catalog.request("/catalog/api/products")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"sku\":\"" + SKU + "\",\"name\":\"Cycled\",\"price\":1.50}")));
        JsonNode read = catalog.send(
                catalog.request("/catalog/api/products/" + added.path("id").asLong()));
        JsonNode all = catalog.send(catalog.request("/catalog/api/products"));
        if (!read.path("sku").asString("").equals(SKU) || all.size() != SHIPPED + 1) {
            throw new HostException("What was written is not read: " + read + ", " + all);
        }
    }

    @Override
    public void uninstall() {
        succeeded(admin.send(admin.request("/v1/biz/catalog?wait=60s").DELETE()));
    }

    @Override
    public void settle(int installed) {
        base.process().await("settled revisions", () -> settled(installed));
        base.process().await("end of its operations", this::idle);
    }

    /** A replace is answered before the drain of what it replaced has ended. */
    private boolean idle() {
        return admin.send(admin.request("/v1/operations"))
                .path("operations")
                .valueStream()
                .noneMatch(operation -> operation.path("status").asString("").equals("running"));
    }

    /** What is held counts as settled: that is a result, not a delay. */
    private boolean settled(int installed) {
        List<String> states = admin.send(admin.request("/v1/biz"))
                .path("biz")
                .valueStream()
                .flatMap(biz -> biz.path("revisions").valueStream())
                .map(revision -> revision.path("state").asString(""))
                .toList();
        return SETTLED.containsAll(states)
                && states.stream().filter(state -> !state.equals("HELD")).count() == installed;
    }

    @Override
    public Footprint footprint() {
        return base.process()
                .inspection()
                .footprint(List.of(
                        base.folder().resolve("tmp"),
                        base.folder().resolve("home").resolve("work")));
    }

    @Override
    public int revisionsAfterReplace() {
        return AFTER_REPLACE;
    }

    private static void succeeded(JsonNode operation) {
        if (!operation.path("status").asString("").equals("succeeded")) {
            throw new HostException("An operation did not succeed: " + operation);
        }
    }

    @Override
    public void close() {
        base.close();
    }
}
