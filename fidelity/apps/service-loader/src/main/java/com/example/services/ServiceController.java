package com.example.services;

import com.example.words.Speaker;
import java.nio.charset.Charset;
import java.nio.charset.spi.CharsetProvider;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ServiceController {

    private final Map<String, String> chosen = new ConcurrentHashMap<>();

    @GetMapping("/speakers")
    Map<String, List<String>> speakers() throws Exception {
        Map<String, List<String>> speakers = new TreeMap<>();
        speakers.put("by the context loader", speak(ServiceLoader.load(Speaker.class)));
        speakers.put(
                "by an own loader",
                speak(ServiceLoader.load(Speaker.class, getClass().getClassLoader())));
        speakers.put(
                "by the service's loader", speak(ServiceLoader.load(Speaker.class, Speaker.class.getClassLoader())));
        FutureTask<List<String>> task = new FutureTask<>(() -> speak(ServiceLoader.load(Speaker.class)));
        new Thread(task).start();
        speakers.put("on a new thread", task.get(5, TimeUnit.SECONDS));
        speakers.put(
                "by spring.factories",
                SpringFactoriesLoader.forDefaultResourceLocation(getClass().getClassLoader())
                        .load(Speaker.class)
                        .stream()
                        .map(Speaker::speak)
                        .toList());
        return speakers;
    }

    /** Of the JDK's services, the providers that the application has. */
    @GetMapping("/charsets")
    List<String> charsets() {
        return ServiceLoader.load(CharsetProvider.class).stream()
                .map(ServiceLoader.Provider::type)
                .filter(type -> type.getClassLoader() == getClass().getClassLoader())
                .map(Class::getName)
                .toList();
    }

    @PutMapping("/chosen/{who}")
    void choose(@PathVariable String who, @RequestBody String type) throws ReflectiveOperationException {
        Class<?> chosenType = Class.forName(type, true, Thread.currentThread().getContextClassLoader());
        chosen.put(who, ((Speaker) chosenType.getConstructor().newInstance()).speak());
    }

    @GetMapping("/chosen/{who}")
    String chosen(@PathVariable String who) {
        return chosen.get(who) + " " + Charset.defaultCharset();
    }

    private static List<String> speak(ServiceLoader<Speaker> speakers) {
        return speakers.stream()
                .map(provider -> provider.get().speak())
                .sorted()
                .toList();
    }
}
