package dev.berth.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.module.SimpleModule;

class JacksonModulesTests {

    private static final String SERVICE = "META-INF/services/tools.jackson.databind.JacksonModule";

    @TempDir
    private Path directory;

    private final GenericApplicationContext context = new GenericApplicationContext();

    @BeforeEach
    void writeService() throws IOException {
        Path service = directory.resolve(SERVICE);
        Files.createDirectories(service.getParent());
        Files.writeString(service, OwnModule.class.getName());
    }

    @Test
    void registerMakesAModuleThatTheLoaderFindsABean() throws IOException {
        // When
        try (URLClassLoader loader = loader(getClass().getClassLoader())) {
            JacksonModules.register(context, loader);
        }

        // Then
        assertThat(context.getBeanFactory().getSingleton(OwnModule.class.getName()))
                .isInstanceOf(OwnModule.class);
    }

    @Test
    void registerWhenTheSwitchIsOffLeavesThem() throws IOException {
        // Given
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of("spring.jackson.find-and-add-modules", "false")));

        // When
        try (URLClassLoader loader = loader(getClass().getClassLoader())) {
            JacksonModules.register(context, loader);
        }

        // Then
        assertThat(context.getBeanFactory().getSingletonNames()).noneMatch(name -> name.contains("Module"));
    }

    @Test
    void registerWhenTheBizHasAJacksonOfItsOwnLeavesThem() throws IOException {
        // Given: Spring Boot of the base can't use a module of another Jackson
        URL jackson = JacksonModule.class.getProtectionDomain().getCodeSource().getLocation();
        URL core = JsonGenerator.class.getProtectionDomain().getCodeSource().getLocation();

        // When
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {url(), jackson, core}, ClassLoader.getPlatformClassLoader())) {
            JacksonModules.register(context, loader);
        }

        // Then
        assertThat(context.getBeanFactory().getSingletonNames()).noneMatch(name -> name.contains("Module"));
    }

    @Test
    void registerWhenTheBizHasNoJacksonDoesNothing() throws IOException {
        // When
        try (URLClassLoader loader = loader(ClassLoader.getPlatformClassLoader())) {
            JacksonModules.register(context, loader);
        }

        // Then
        assertThat(context.getBeanFactory().getSingletonNames()).noneMatch(name -> name.contains("Module"));
    }

    private URLClassLoader loader(ClassLoader parent) throws MalformedURLException {
        return new URLClassLoader(new URL[] {url()}, parent);
    }

    private URL url() throws MalformedURLException {
        return directory.toUri().toURL();
    }

    /** Found by the loader of a biz alone. */
    public static final class OwnModule extends SimpleModule {

        private static final long serialVersionUID = 1L;
    }
}
