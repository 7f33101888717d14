package dev.berth.cli.demo;

import java.nio.file.Path;
import java.util.List;

/**
 * A sample module and the calls that show that it works.
 *
 * @param name the name it is installed under
 * @param what what kind of jar it is, for people
 * @param jar the jar
 * @param calls paths to call, each with a text that the answer must hold
 */
record Sample(String name, String what, Path jar, List<Call> calls) {

    Sample {
        calls = List.copyOf(calls);
    }

    static Sample catalog(Path jar) {
        return new Sample(
                "catalog",
                "an ordinary Spring Boot jar with JPA and a page, as it stands",
                jar,
                List.of(new Call("/catalog/api/products", "TEA-001"), new Call("/catalog/", "<html")));
    }

    static Sample pricing(Path jar) {
        return new Sample(
                "pricing",
                "a slim jar that has only what the base lacks",
                jar,
                List.of(new Call("/pricing/api/prices/TEA-001", "TEA-001")));
    }

    /**
     * A call of the sample.
     *
     * @param path the path on the business port
     * @param expected a text in the body of a right answer
     */
    record Call(String path, String expected) {}
}
