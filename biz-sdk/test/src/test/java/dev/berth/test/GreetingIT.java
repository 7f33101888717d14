package dev.berth.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.test.sample.GreetingApplication;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A module that is tested by its classes, as its author would do it. */
@BizTest(application = GreetingApplication.class, name = "greeting")
@AssertNoLeakedLoaders
class GreetingIT {

    private static final Set<String> VERSIONS = new HashSet<>();

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void greetingIsServedByTheBase(TestBiz biz) throws Exception {
        assertThat(biz.name()).isEqualTo("greeting");
        assertThat(biz.url().getPath()).isEqualTo("/greeting");
        assertThat(get(biz)).isEqualTo("Hello");
    }

    @Test
    void moduleRunsInALoaderOfItsOwn(TestBiz biz, TestBase base) {
        // Given: the class of the test's own class path was never started
        assertThat(base.ask("GET", "/v1/biz/" + biz.name()).get("state")).isEqualTo("ACTIVE");
        // Then
        assertThat(base.url().getPort()).isNotEqualTo(base.adminUrl().getPort());
    }

    @Test
    @AssertNoLeakedLoaders
    void moduleIsInstalledAnewAfterATestThatUninstallsIt(TestBiz biz) throws Exception {
        assertThat(get(biz)).isEqualTo("Hello");
        assertThat(VERSIONS.add(biz.version())).isTrue();
    }

    @Nested
    class InANestedClass {

        @Test
        void moduleIsThatOfTheClassAround(TestBiz biz) throws Exception {
            assertThat(get(biz)).isEqualTo("Hello");
        }
    }

    private String get(TestBiz biz) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(biz.url("/greeting")).build(), BodyHandlers.ofString())
                .body();
    }
}
