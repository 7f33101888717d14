package com.example.clash;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.ResourceBundle;
import org.apache.commons.lang3.StringUtils;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The other application has a class of this name too. */
@RestController
class ClashController {

    record Who(String who, int calls, String text, int texts, String bundle) {}

    record Library(String resource, String version, String later) {}

    static final String WHO = "one";

    private static int calls;

    @GetMapping("/who")
    Who who() throws IOException {
        return new Who(
                WHO,
                ++calls,
                new ClassPathResource("clash.txt")
                        .getContentAsString(StandardCharsets.UTF_8)
                        .strip(),
                Collections.list(getClass().getClassLoader().getResources("clash.txt"))
                        .size(),
                ResourceBundle.getBundle("clash").getString("who"));
    }

    @GetMapping("/library")
    Library library() throws IOException, ReflectiveOperationException {
        Properties pom = new Properties();
        String path = "META-INF/maven/org.apache.commons/commons-lang3/pom.properties";
        pom.load(StringUtils.class.getClassLoader().getResourceAsStream(path));
        List<String> later = List.of("org.apache.commons.lang3.Strings", "org.apache.commons.lang3.stream.IntStreams");
        return new Library(
                pom.getProperty("version"),
                String.valueOf(StringUtils.class.getPackage().getImplementationVersion()),
                later.stream().filter(ClashController::isThere).toList().toString());
    }

    private static boolean isThere(String name) {
        try {
            Class.forName(name);
            return true;
        } catch (ClassNotFoundException missing) {
            return false;
        }
    }
}
