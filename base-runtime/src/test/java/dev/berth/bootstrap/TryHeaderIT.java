package dev.berth.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.control.Strategy;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody reaches a revision that is not active unless the operator has allowed it. */
class TryHeaderIT {

    private final RunningBase base = RunningBase.shared();

    @TempDir
    private Path directory;

    @AfterEach
    void uninstallAll() {
        base.uninstallAll();
    }

    @Test
    void headerWhenTheSettingIsOffHasNoEffect() {
        // Given
        base.install(VersionedBiz.jar(directory, "shop", "1"));
        base.install(
                VersionedBiz.jar(directory, "shop", "2"),
                artifact -> ShopVersions.request(artifact, Strategy.SIDE_BY_SIDE));
        // When
        String answer = answer("Berth-Revision", "2");
        // Then
        assertThat(answer).isEqualTo("1");
    }

    private String answer(String header, String value) {
        return base.send(HttpRequest.newBuilder(base.uri("/shop/version"))
                        .header(header, value)
                        .build())
                .body();
    }
}
