package dev.berth.leak.cleaner;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class JacksonTypesTests {

    @Test
    void sweepWhenBizUsedTheSharedMapperOfJackson3ForgetsItsTypes() {
        // Given
        TinyBiz biz = TinyBiz.run(WithSharedMapper.class);
        assertThat(biz.isHeld()).isTrue();
        // When
        biz.clean(new JacksonTypes(getClass().getClassLoader()));
        // Then
        assertThat(biz.isCollected()).isTrue();
    }

    @Test
    void runWhenBizMadeAMapperOfJackson3HoldsNothing() {
        // Given
        TinyBiz biz = TinyBiz.run(WithOwnMapper.class);
        // Then
        assertThat(biz.isCollected()).isTrue();
    }

    @Test
    void sweepWhenBizUsedJackson2OfTheBaseForgetsItsTypes() throws Exception {
        // Given
        try (URLClassLoader base = new URLClassLoader(jackson2(), getClass().getClassLoader())) {
            TinyBiz biz = TinyBiz.run(WithJackson2.class, base);
            assertThat(biz.isHeld()).isTrue();
            // When
            biz.clean(new JacksonTypes(base));
            // Then
            assertThat(biz.isCollected()).isTrue();
        }
    }

    private static URL[] jackson2() throws MalformedURLException {
        Path folder = Path.of("target/test-libraries/jackson-2").toAbsolutePath();
        return new URL[] {
            folder.resolve("jackson-databind.jar").toUri().toURL(),
            folder.resolve("jackson-core.jar").toUri().toURL()
        };
    }

    public static class WithSharedMapper implements Runnable {

        @Override
        public void run() {
            JsonMapper.shared().readValue(JsonMapper.shared().writeValueAsString(new Order("a")), Order.class);
        }

        public record Order(String id) {}
    }

    public static class WithOwnMapper implements Runnable {

        @Override
        public void run() {
            JsonMapper mapper = JsonMapper.builder().build();
            mapper.readValue(mapper.writeValueAsString(new Order("a")), Order.class);
        }

        public record Order(String id) {}
    }

    public static class WithJackson2 implements Runnable {

        @Override
        public void run() {
            try {
                Class<?> type = Class.forName(
                        "com.fasterxml.jackson.databind.ObjectMapper",
                        true,
                        getClass().getClassLoader());
                Object mapper = type.getConstructor().newInstance();
                type.getMethod("writeValueAsString", Object.class).invoke(mapper, new Order("a"));
            } catch (ReflectiveOperationException failure) {
                throw new IllegalStateException(failure);
            }
        }

        public record Order(String id) {}
    }
}
