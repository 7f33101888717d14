package dev.berth.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.alipay.sofa.ark.spi.model.Biz;
import com.alipay.sofa.ark.spi.model.BizState;
import dev.berth.biz.BizName;
import dev.berth.control.Operation;
import dev.berth.lifecycle.Revision;
import dev.berth.lifecycle.RevisionState;
import dev.berth.store.WantedBiz;
import dev.berth.store.WantedState;
import dev.berth.store.WantedStateStore;
import dev.berth.store.WantedVersion;
import dev.berth.testing.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.catalina.Container;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;

/** Looks whether all who keep a registry of a base's revisions say the same, once nothing is going on any more. */
final class Agreement {

    private static final int STANDBYS = 1;

    private final RunningBase base;

    private Agreement(RunningBase base) {
        this.base = base;
    }

    /** Waits for the end of every operation and compares. */
    static WantedState among(RunningBase base) {
        Agreement agreement = new Agreement(base);
        assertThat(Eventually.holds(agreement::isQuiet)).isTrue();
        WantedState wanted = new WantedStateStore(base.home(), Clock.systemUTC()).load();
        agreement.checkWanted(wanted);
        agreement.checkArk();
        agreement.checkTomcat();
        agreement.checkFolders();
        agreement.checkJars(wanted);
        return wanted;
    }

    private boolean isQuiet() {
        return base.control().operations().stream()
                .noneMatch(operation -> operation.status() == Operation.Status.RUNNING);
    }

    /** Those that are closed are listed until the garbage collector has come by, and nobody else may know them any more. */
    private List<Revision> all() {
        return base.registry().revisions().stream()
                .filter(revision -> !(revision.state() instanceof RevisionState.Held))
                .toList();
    }

    private List<Revision> all(BizName name) {
        return all().stream()
                .filter(revision -> revision.id().name().equals(name))
                .toList();
    }

    private void checkWanted(WantedState wanted) {
        List<BizName> names = wanted.biz().stream().map(WantedBiz::name).toList();
        assertThat(all()).allSatisfy(revision -> assertThat(names)
                .as(revision.toString())
                .contains(revision.id().name()));
        wanted.biz().forEach(this::checkBiz);
    }

    private void checkBiz(WantedBiz biz) {
        Optional<Revision> active = base.registry().active(biz.name());
        Optional<String> wantedVersion = biz.current()
                .filter(version -> !biz.isStopped())
                .map(version -> version.version().value());
        assertThat(active.map(revision -> revision.id().version().value()))
                .as("the active version of " + biz)
                .isEqualTo(wantedVersion);
        int standbys = 0;
        for (Revision revision : all(biz.name())) {
            boolean beside = biz.isBeside(revision.id().version());
            if (active.filter(revision::equals).isPresent()) {
                assertThat(revision.state()).isInstanceOf(RevisionState.Active.class);
            } else if (beside) {
                assertThat(revision.state()).isInstanceOfAny(RevisionState.Ready.class, RevisionState.Standby.class);
            } else {
                assertThat(revision.state()).isInstanceOf(RevisionState.Standby.class);
                standbys++;
            }
        }
        assertThat(standbys).as("standbys of " + biz).isLessThanOrEqualTo(STANDBYS);
        assertThat(all(biz.name()))
                .extracting(revision -> revision.id().version())
                .containsAll(biz.beside().stream().map(WantedVersion::version).toList());
        checkAnswer(biz, wantedVersion);
    }

    private void checkAnswer(WantedBiz biz, Optional<String> wantedVersion) {
        var answer = base.get("/" + biz.name() + "/version");
        if (wantedVersion.isPresent()) {
            assertThat(answer.body()).isEqualTo(wantedVersion.get());
        } else {
            assertThat(answer.statusCode()).isEqualTo(biz.isStopped() ? 503 : 404);
        }
    }

    private void checkArk() {
        List<Biz> known = base.ark().getBizInOrder().stream()
                .filter(biz -> !biz.getBizName().equals("(base)"))
                .toList();
        assertThat(known)
                .extracting(Biz::getIdentity)
                .containsExactlyInAnyOrderElementsOf(all().stream()
                        .map(revision -> revision.id().biz().toString())
                        .toList());
        assertThat(known.stream()
                        .filter(biz -> biz.getBizState() == BizState.ACTIVATED)
                        .map(Biz::getIdentity))
                .containsExactlyInAnyOrderElementsOf(all().stream()
                        .filter(Revision::active)
                        .map(revision -> revision.id().biz().toString())
                        .toList());
    }

    private void checkTomcat() {
        TomcatWebServer server = (TomcatWebServer) ((WebServerApplicationContext) base.context()).getWebServer();
        Stream<String> contexts = Arrays.stream(server.getTomcat().getHost().findChildren())
                .map(Container::getName)
                .filter(name -> name.contains("##"))
                .map(name -> name.substring(name.indexOf("##") + 2));
        assertThat(contexts)
                .containsExactlyInAnyOrderElementsOf(all().stream()
                        .map(revision -> Long.toString(revision.id().number()))
                        .toList());
    }

    /** No jar is missing; one of an operation that ended just now may still be there. */
    private void checkJars(WantedState wanted) {
        List<String> needed = wanted.biz().stream()
                .flatMap(WantedBiz::versions)
                .map(version -> version.digest().hex() + ".jar")
                .toList();
        try (Stream<java.nio.file.Path> jars = Files.list(base.home().resolve("artifacts/sha256"))) {
            assertThat(jars.map(jar -> jar.getFileName().toString())).containsAll(needed);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void checkFolders() {
        try (Stream<java.nio.file.Path> folders = Files.list(base.home().resolve("work/revisions"))) {
            assertThat(folders.map(folder -> folder.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(all().stream()
                            .map(revision -> revision.id().folderName())
                            .toList());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
