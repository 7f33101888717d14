package dev.berth.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The default base has what business modules usually need as classes, and uses none of it itself. */
class DefaultBaseIT {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spring-webmvc",
                "spring-websocket",
                "tomcat-embed-websocket",
                "thymeleaf-spring6",
                "hibernate-validator",
                "jackson-databind",
                "spring-data-jpa",
                "hibernate-core",
                "HikariCP",
                "spring-boot-cache",
                "caffeine",
                "spring-boot-actuator-autoconfigure",
                "micrometer-core"
            })
    void libraryIsInTheExecJar(String artifact) throws Exception {
        assertThat(execLibraries()).anyMatch(name -> name.matches(artifact + "-\\d.*\\.jar"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"sofa-ark", "guava", "guice", "spring-security", "commons-io", "maven-resolver", "javax.inject"})
    void librariesThatOnlyBerthNeedsAreNotOnItsClassPath(String artifact) throws Exception {
        assertThat(execLibraries()).isNotEmpty().noneMatch(name -> name.startsWith(artifact));
    }

    @Test
    void nothingButTheServerIsActive() {
        // Given
        List<String> beans = Arrays.asList(RunningBase.shared().context().getBeanDefinitionNames());
        // Then
        assertThat(beans).contains("tomcatServletWebServerFactory").noneMatch(name -> name.toLowerCase(
                        java.util.Locale.ROOT)
                .matches(".*(dispatcherservlet|datasource|entitymanager|cachemanager|template|validator"
                        + "|endpoint|meterregistry|jsonmapper|websockethandler).*"));
    }

    private static Set<String> execLibraries() throws Exception {
        try (JarFile jar = new JarFile(System.getProperty("berth-test.exec-jar"))) {
            return jar.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith("BOOT-INF/lib/") && name.endsWith(".jar"))
                    .map(name -> name.substring("BOOT-INF/lib/".length()))
                    .collect(Collectors.toSet());
        }
    }
}
