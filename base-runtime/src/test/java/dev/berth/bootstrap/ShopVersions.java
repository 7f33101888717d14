package dev.berth.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.artifact.Artifact;
import dev.berth.biz.BizName;
import dev.berth.control.BizView.RevisionView;
import dev.berth.control.InstallRequest;
import dev.berth.control.Operation;
import dev.berth.control.Strategy;
import dev.berth.testing.Eventually;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The versions of the biz {@code shop} in a base, and what a test does with them. */
record ShopVersions(RunningBase base, Path directory) {

    private static final BizName NAME = new BizName("shop");

    Operation install(String version) {
        return base.install(VersionedBiz.jar(directory, "shop", version));
    }

    Operation install(String version, Strategy strategy) {
        return base.install(VersionedBiz.jar(directory, "shop", version), artifact -> request(artifact, strategy));
    }

    static InstallRequest request(Artifact artifact, Strategy strategy) {
        return new InstallRequest(
                artifact,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                strategy,
                false);
    }

    /** Of two standbys one is stopped, a moment after its drain. */
    void awaitGone(Operation install) {
        String revision = install.revision().orElseThrow();
        Eventually.holds(() -> base.registry().revisions(NAME).stream()
                .noneMatch(each -> each.id().toString().equals(revision)));
    }

    Operation rollback() {
        return base.await(base.control().rollback(NAME));
    }

    String version() {
        return base.get("/shop/version").body();
    }

    HttpResponse<String> tried(String revision) {
        return base.send(HttpRequest.newBuilder(base.uri("/shop/version"))
                .header("Berth-Revision", revision)
                .build());
    }

    CompletableFuture<HttpResponse<String>> later(String path) {
        return CompletableFuture.supplyAsync(() -> base.get(path));
    }

    List<String> states() {
        return base.control().biz(NAME).revisions().stream()
                .map(revision -> revision.version() + " " + revision.state())
                .toList();
    }

    void becomes(String... states) {
        Eventually.holds(() -> states().equals(List.of(states)));
        assertThat(states()).containsExactly(states);
    }

    long calls(String version) {
        return base.control().biz(NAME).revisions().stream()
                .filter(revision -> revision.version().equals(version))
                .mapToLong(RevisionView::callsInFlight)
                .sum();
    }
}
