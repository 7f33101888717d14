package dev.berth.process;

import dev.berth.testing.BizJar;
import java.nio.file.Path;

/** Jars of biz without a web part: some go when they are uninstalled, some are held until a test lets them go. */
final class LeakyJars {

    private static final String PLAIN =
            """
            package com.example.plain;
            public class Plain {
                public static void main(String[] args) {}
            }
            """;

    /** Its thread ends when the file is there, and heeds nothing else. */
    private static final String STUCK =
            """
            package com.example.stuck;
            import java.nio.file.*;
            public class Stuck {
                public static void main(String[] args) {
                    Thread poller = new Thread(Stuck::poll, "poller");
                    poller.setDaemon(true);
                    poller.start();
                }
                static void poll() {
                    while (!Files.exists(Path.of("%s"))) {
                        try {
                            Thread.sleep(50);
                        } catch (InterruptedException ignored) {
                            // Goes on
                        }
                    }
                }
            }
            """;

    private LeakyJars() {}

    /** A biz that leaves nothing behind. */
    static Path plain(String name, Path directory) {
        return BizJar.named(name).source(PLAIN).slim(directory);
    }

    /** A biz whose thread goes on until a file is there. */
    static Path stuck(String name, Path until, Path directory) {
        return BizJar.named(name).source(STUCK.formatted(until)).slim(directory);
    }

    /** The same, with classes of some MB of metaspace. */
    static Path large(String name, Path until, Path directory) {
        String members = "static class Copy000000 { " + methods() + " }";
        String fill =
                """
                byte[] original = Stuck.class.getResourceAsStream("Stuck$Copy000000.class").readAllBytes();
                String text = new String(original, java.nio.charset.StandardCharsets.ISO_8859_1);
                for (int i = 1; i < 2000; i++) {
                    byte[] copy = text.replace("Copy000000", "Copy%06d".formatted(i))
                            .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
                    java.lang.invoke.MethodHandles.lookup().defineClass(copy);
                }
                """;
        String source = STUCK.formatted(until)
                .replace(
                        "public static void main(String[] args) {",
                        "public static void main(String[] args) throws" + " Exception {" + fill)
                .replace("static void poll()", members + " static void poll()");
        return BizJar.named(name).source(source).slim(directory);
    }

    private static String methods() {
        StringBuilder methods = new StringBuilder();
        for (int i = 0; i < 50; i++) {
            methods.append("int method")
                    .append(i)
                    .append("(int n) { return n * ")
                    .append(i)
                    .append("; } ");
        }
        return methods.toString();
    }
}
