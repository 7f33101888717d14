package dev.berth.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.biz.BizId;
import dev.berth.biz.BizName;
import dev.berth.biz.BizVersion;
import dev.berth.bootstrap.RunningBase;
import dev.berth.bootstrap.VersionedBiz;
import dev.berth.control.InstallRequest;
import dev.berth.control.Strategy;
import dev.berth.lifecycle.Revision;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Tomcat's mapper knows of two revisions in the middle of a swap does not decide who gets a call. */
class PointerIT {

    private static final BizName NAME = new BizName("shop");

    private final RunningBase base = RunningBase.shared();

    @TempDir
    Path directory;

    @AfterEach
    void uninstallAll() {
        base.uninstallAll();
    }

    @Test
    void callGoesToTheActiveRevisionThoughTheMapperPrefersANewerOne() {
        // Given
        base.install(VersionedBiz.jar(directory, "shop", "1"));
        base.install(
                VersionedBiz.jar(directory, "shop", "2"),
                artifact -> new InstallRequest(
                        artifact,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Strategy.SIDE_BY_SIDE,
                        false));
        Revision beside =
                base.registry().running(new BizId(NAME, new BizVersion("2"))).orElseThrow();
        // When
        base.server().contexts().of(beside).orElseThrow().publish();
        // Then
        assertThat(base.get("/shop/version").body()).isEqualTo("1");
        assertThat(beside.calls().count()).isZero();
    }

    @Test
    void callOfAStoppedBizIsNotLedToTheOneInWhosePathItsOwnLies() {
        // Given
        base.install(VersionedBiz.jar(directory, "shop", "1"));
        base.installAt(VersionedBiz.jar(directory, "office", "7"), "/shop/office");
        int before = base.get("/shop/office/version").statusCode();
        // When
        base.await(base.control().stop(new BizName("office")));
        HttpResponse<String> inner = base.get("/shop/office/version");
        base.await(base.control().stop(NAME));
        base.await(base.control().start(new BizName("office")));
        // Then
        assertThat(before).isEqualTo(200);
        assertThat(inner.statusCode()).isEqualTo(503);
        assertThat(inner.headers().firstValue("Retry-After")).contains("1");
        assertThat(inner.body()).contains("'office'");
        assertThat(base.get("/shop/office/version").body()).isEqualTo("7");
        assertThat(base.get("/shop/version").statusCode()).isEqualTo(503);
    }

    @Test
    void callIsToldToComeBackWhenTheMapperKnowsABizThatHasNoActiveRevision() {
        // Given
        base.install(VersionedBiz.jar(directory, "shop", "1"));
        Revision revision = base.registry().active(NAME).orElseThrow();
        base.await(base.control().stop(NAME));
        // When
        base.server().contexts().of(revision).orElseThrow().publish();
        // Then
        assertThat(base.get("/shop/version").statusCode()).isEqualTo(503);
        assertThat(revision.calls().count()).isZero();
    }
}
