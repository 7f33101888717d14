package dev.berth.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.process.BaseProcess;
import dev.berth.testing.BizJar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A biz that leaks in a way that no cleaner knows: the heap dump of a real base names the way. */
class WhyLeakIT {

    private static final String SOURCE =
            """
            package com.acme.leaky;
            import java.net.*;
            public class Leaky {
                static class Handlers implements ContentHandlerFactory {
                    public ContentHandler createContentHandler(String type) {
                        return null;
                    }
                }
                public static void main(String[] args) {
                    URLConnection.setContentHandlerFactory(new Handlers());
                }
            }
            """;

    @Test
    void whyWithLeakPrintsTheWayFromTheGcRootAndTheCulprit(@TempDir Path directory) throws Exception {
        // Given
        Path home = directory.resolve("home");
        try (BaseProcess base = BaseProcess.defaultBase(home, "--berth.leak.verify-within=1s")) {
            base.admin().install(BizJar.named("leaky").source(SOURCE).slim(directory));
            CliRun cli = new CliRun(directory);
            // When
            int uninstalled = cli.run("--home", home.toString(), "uninstall", "leaky");
            // Then
            assertThat(uninstalled).as(cli.err()).isZero();
            assertThat(cli.out())
                    .contains("Revision leaky:1.0.0#")
                    .contains("what holds it is not known")
                    .contains("berth why leaky --leak");
            // When
            int exit = cli.run("--home", home.toString(), "why", "leaky", "--leak");
            // Then
            assertThat(exit).as(cli.err()).isZero();
            assertThat(cli.out())
                    .contains("Likely culprit: Static field java.net.URLConnection.factory holds a"
                            + " com.acme.leaky.Leaky$Handlers of the biz")
                    .contains("GC root: class of the JDK, java.net.URLConnection")
                    .contains("-> com.acme.leaky.Leaky$Handlers");
            try (Stream<Path> dumps = Files.list(home.resolve("work/heap-dumps"))) {
                assertThat(dumps).isEmpty();
            }
        }
    }
}
