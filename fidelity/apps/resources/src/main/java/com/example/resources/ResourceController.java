package com.example.resources;

import com.example.words.Speaker;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.util.StreamUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ResourceController {

    private final ResourcePatternResolver resolver;
    private final ResourceLoader loader;
    private final Resource injected;

    ResourceController(
            ResourcePatternResolver resolver,
            ResourceLoader loader,
            @Value("classpath:letters/first.txt") Resource injected) {
        this.resolver = resolver;
        this.loader = loader;
        this.injected = injected;
    }

    @GetMapping("/by-class")
    Map<String, String> byClass() throws IOException {
        Map<String, String> found = new TreeMap<>();
        found.put("beside", text(getClass().getResource("beside.txt")));
        found.put("absolute", text(getClass().getResource("/letters/first.txt")));
        found.put("of the library", text(Speaker.class.getResource("beside.txt")));
        found.put("none", text(getClass().getResource("none.txt")));
        found.put("of the JDK", String.valueOf(String.class.getResource("String.class") != null));
        return found;
    }

    @GetMapping("/by-loader")
    Map<String, String> byLoader(@RequestParam String name) throws IOException {
        Map<String, String> found = new TreeMap<>();
        found.put(
                "context loader",
                text(Thread.currentThread().getContextClassLoader().getResource(name)));
        found.put("own loader", text(getClass().getClassLoader().getResource(name)));
        found.put("with a slash", text(getClass().getClassLoader().getResource("/" + name)));
        try (InputStream stream = getClass().getClassLoader().getResourceAsStream(name)) {
            found.put("stream", stream == null ? "none" : StreamUtils.copyToString(stream, StandardCharsets.UTF_8));
        }
        return found;
    }

    @GetMapping("/all")
    List<String> all(@RequestParam String name) throws IOException {
        List<String> texts = new ArrayList<>();
        for (URL url : Collections.list(getClass().getClassLoader().getResources(name))) {
            texts.add(text(url));
        }
        return texts;
    }

    @GetMapping("/pattern")
    List<String> pattern(@RequestParam String pattern) throws IOException {
        return Arrays.stream(resolver.getResources(pattern))
                .map(Resource::getFilename)
                .sorted()
                .toList();
    }

    @GetMapping("/resource")
    Map<String, Object> resource(@RequestParam String location) throws IOException {
        Resource resource = loader.getResource(location);
        Map<String, Object> facts = new TreeMap<>();
        facts.put("exists", resource.exists());
        if (resource.exists()) {
            facts.put("readable", resource.isReadable());
            facts.put("length", resource.contentLength());
            facts.put("age", resource.lastModified() > 0);
            facts.put("text", resource.getContentAsString(StandardCharsets.UTF_8));
            facts.put("relative", resource.createRelative("second.txt").exists());
        }
        return facts;
    }

    @GetMapping("/injected")
    String injected() throws IOException {
        return injected.getContentAsString(StandardCharsets.UTF_8)
                + new ClassPathResource("beside.txt", Speaker.class).getContentAsString(StandardCharsets.UTF_8);
    }

    /** A jar in a jar, read as some libraries do. */
    @GetMapping("/connection")
    Map<String, Object> connection(@RequestParam String name) throws IOException {
        URLConnection connection = getClass().getClassLoader().getResource(name).openConnection();
        connection.setUseCaches(false);
        Map<String, Object> facts = new TreeMap<>();
        facts.put("length", connection.getContentLengthLong());
        facts.put("type", String.valueOf(connection.getContentType()));
        if (connection instanceof JarURLConnection jar) {
            facts.put("entry", jar.getEntryName());
            facts.put("entries", jar.getJarFile().stream().anyMatch(entry -> entry.getName()
                    .endsWith("beside.txt")));
            jar.getJarFile().close();
        }
        return facts;
    }

    @GetMapping("/package")
    List<String> versions() {
        return List.of(
                String.valueOf(getClass().getPackage().getImplementationVersion()),
                String.valueOf(getClass().getPackage().getImplementationTitle()),
                String.valueOf(Speaker.class.getPackage().getImplementationVersion()),
                String.valueOf(Speaker.class.getProtectionDomain().getCodeSource() != null),
                String.valueOf(getClass().getProtectionDomain().getCodeSource() != null));
    }

    private static String text(URL url) throws IOException {
        if (url == null) {
            return "none";
        }
        try (InputStream stream = url.openStream()) {
            return StreamUtils.copyToString(stream, StandardCharsets.UTF_8);
        }
    }
}
