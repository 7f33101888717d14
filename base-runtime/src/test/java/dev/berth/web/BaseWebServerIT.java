package dev.berth.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.biz.ContextPath;
import dev.berth.lifecycle.CallAdmission;
import dev.berth.lifecycle.ClosedPaths;
import dev.berth.lifecycle.RevisionRegistry;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;

/** The paths of a real Tomcat whose own application is not at the root. */
class BaseWebServerIT {

    private final WebServer tomcat = new TomcatServletWebServerFactory("/shop", 0).getWebServer();

    @AfterEach
    void stop() {
        tomcat.stop();
        tomcat.destroy();
    }

    @Test
    void isOwnWhenBaseHasAContextPathIsTrueForItAlone() {
        // Given
        tomcat.start();
        BaseWebServer server = BaseWebServer.of(
                tomcat,
                new WebRouting(new CallAdmission(new RevisionRegistry()), new ClosedPaths(), false, Optional.empty()));
        // When / Then
        assertThat(server.isOwn(new ContextPath("/shop"))).isTrue();
        assertThat(server.isOwn(new ContextPath("/shop/more"))).isFalse();
        assertThat(server.contextPaths()).isEmpty();
    }
}
