package dev.berth.calls;

import java.io.File;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The libraries of this class path that a small Spring application needs, as a slim jar declares them. */
final class SpringOfTheBase {

    private static final Pattern JAR = Pattern.compile("(.+?)-(\\d.*)\\.jar");

    private static final Map<String, String> GROUPS = Map.of(
            "spring-core", "org.springframework",
            "spring-beans", "org.springframework",
            "spring-context", "org.springframework",
            "spring-aop", "org.springframework",
            "spring-expression", "org.springframework",
            "spring-boot", "org.springframework.boot",
            "micrometer-observation", "io.micrometer",
            "micrometer-commons", "io.micrometer",
            "commons-logging", "commons-logging",
            "slf4j-api", "org.slf4j");

    private SpringOfTheBase() {}

    static String declared() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(path -> JAR.matcher(new File(path).getName()))
                .filter(Matcher::matches)
                .filter(jar -> GROUPS.containsKey(jar.group(1)))
                .map(jar -> GROUPS.get(jar.group(1)) + ":" + jar.group(1) + ":" + jar.group(2))
                .collect(Collectors.joining(","));
    }
}
