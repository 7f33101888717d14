package dev.berth.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The three ways to start a base lead to the same base. */
@ParameterizedClass(name = "{0}")
@EnumSource(StartKindsIT.Kind.class)
class StartKindsIT {

    @TempDir
    static Path directory;

    private static BaseProcess base;

    @Parameter
    Kind kind;

    enum Kind {
        EXECUTABLE_JAR {
            @Override
            List<String> what(Path folder) {
                return List.of("-jar", BuiltJars.exec().toString());
            }
        },
        EXTRACTED_JAR {
            @Override
            List<String> what(Path folder) {
                List<String> tools =
                        List.of("-Djarmode=tools", "-jar", BuiltJars.exec().toString(), "extract");
                JvmProcess.run(folder, tools, List.of("--destination", "extracted"));
                return List.of(
                        "-jar",
                        folder.resolve("extracted")
                                .resolve(BuiltJars.exec().getFileName())
                                .toString());
            }
        },
        CLASS_PATH {
            @Override
            List<String> what(Path folder) {
                return JvmProcess.main(
                        Programs.MAIN, Programs.base(Programs.application()).write(folder.resolve("classes")));
            }
        };

        abstract List<String> what(Path folder);
    }

    @BeforeParameterizedClassInvocation
    static void start(Kind kind) {
        Path folder = directory.resolve(kind.name());
        folder.toFile().mkdirs();
        base = BaseProcess.start(folder.resolve("home"), kind.what(folder));
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        base.close();
    }

    @Test
    void installServesUntilUninstalled() {
        // Given
        Path jar = Programs.biz("greeting", directory.resolve("jars"));
        // When
        int installed = base.admin().install(jar).statusCode();
        String answer = base.get("/greeting/hello").body();
        int uninstalled = base.admin().uninstall("greeting").statusCode();
        // Then
        assertThat(installed).isEqualTo(201);
        assertThat(answer).isEqualTo("{\"text\":\"hello\"}");
        assertThat(uninstalled).isEqualTo(200);
        assertThat(base.get("/greeting/hello").statusCode()).isEqualTo(404);
    }

    @Test
    void startStepsAreInOrder() {
        // When
        List<String> steps = base.admin()
                .json("/v1/base")
                .get("startSteps")
                .valueStream()
                .map(step -> step.get("name").asString())
                .toList();
        // Then
        assertThat(steps).containsExactly("container", "base", "admin", "biz", "ready");
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "Linux alone tells the sockets of a process in /proc")
    void twoPortsAreOpenAndTheAdminPortOnLoopbackOnly() {
        assertThat(ListeningSocket.of(base.process().pid()))
                .containsExactlyInAnyOrder(
                        new ListeningSocket(base.business().port(), false),
                        new ListeningSocket(base.admin().calls().port(), true));
    }

    @Test
    void businessPortServesNothingOfTheAdminPort() {
        assertThat(List.of("/v1/base", "/v1/biz", "/livez", "/readyz")).allSatisfy(path -> assertThat(
                        base.admin().send(base.business().request(path)).statusCode())
                .as(path)
                .isEqualTo(404));
    }

    @Test
    void adminPortServesNothingOfTheBusinessPort() {
        // Given
        base.admin().install(Programs.biz("other", directory.resolve("jars")));
        // When
        int own = base.admin().get("/own").statusCode();
        int biz = base.admin().get("/other/hello").statusCode();
        int onItsPort = base.get("/other/hello").statusCode();
        base.admin().uninstall("other");
        // Then
        assertThat(List.of(own, biz, onItsPort)).containsExactly(404, 404, 200);
    }
}
