package dev.berth.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.berth.testing.BizJar;
import dev.berth.testing.LogLines;
import dev.berth.testing.OpenFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** The log of a biz: told apart in every line, with levels of its own, and without a trace in the base's set-up. */
class LoggingIT {

    private static final String SOURCE =
            """
            package com.example.talker;
            import org.slf4j.*;
            import org.springframework.boot.*;
            import org.springframework.boot.autoconfigure.SpringBootApplication;
            import org.springframework.context.annotation.Bean;
            @SpringBootApplication
            public class Talker {
                private static final Logger logger = LoggerFactory.getLogger("shared.topic");
                public static void main(String[] args) throws Exception {
                    SpringApplication.run(Talker.class, args);
                    Thread thread = new Thread(() -> talk("thread"));
                    thread.start();
                    thread.join();
                }
                @Bean
                CommandLineRunner runner() {
                    return arguments -> talk("runner");
                }
                private static void talk(String place) {
                    logger.debug("debug of {}", place);
                    logger.info("info of {}", place);
                    logger.error("error of {}", place);
                }
            }
            """;

    private static final LoggerContext CONTEXT = (LoggerContext) LoggerFactory.getILoggerFactory();
    private static final Logger TOPIC = CONTEXT.getLogger("shared.topic");

    private final RunningBase base = RunningBase.shared();

    @TempDir
    private Path directory;

    @AfterEach
    void uninstallAll() {
        base.uninstallAll();
    }

    @Test
    void logWhenBizRunsCarriesItsNameAndVersion() {
        try (LogLines lines = LogLines.capture()) {
            // When
            base.install(biz("talker").version("1.2.3").stock(directory));
            TOPIC.info("info of base");
            // Then
            List<ILoggingEvent> ofBiz = lines.events().stream()
                    .filter(line -> line.getThreadName().startsWith("biz-talker")
                            || line.getLoggerName().equals("shared.topic"))
                    .toList();
            assertThat(ofBiz)
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .contains("info of runner", "info of thread", "info of base")
                    .anyMatch(message -> message.startsWith("Started Talker"));
            assertThat(ofBiz)
                    .filteredOn(line -> !line.getFormattedMessage().equals("info of base"))
                    .extracting(ILoggingEvent::getMDCPropertyMap)
                    .allSatisfy(properties -> assertThat(properties)
                            .containsEntry("biz", "talker")
                            .containsEntry("bizVersion", "1.2.3"));
            assertThat(lines.events())
                    .filteredOn(line -> line.getFormattedMessage().equals("info of base"))
                    .extracting(ILoggingEvent::getMDCPropertyMap)
                    .allSatisfy(properties -> assertThat(properties).doesNotContainKey("biz"));
            assertThat(base.log("talker"))
                    .doesNotContain("info of base")
                    .contains("info of runner", "info of thread")
                    .satisfies(log -> assertThat(log.lines()).allMatch(line -> line.contains(" [talker:1.2.3] ")));
        }
    }

    @Test
    void logWhenBizSetsLevelsChangesItselfOnly() {
        try (LogLines lines = LogLines.capture()) {
            // When
            base.install(biz("loud")
                    .resource("application.yaml", "logging.level.shared: debug")
                    .stock(directory));
            base.install(biz("quiet")
                    .resource("application.yaml", "logging.level.shared.topic: error")
                    .stock(directory));
            base.install(biz("plain").stock(directory));
            // Then
            assertThat(base.log("loud")).contains("debug of runner", "info of runner", "debug of thread");
            assertThat(base.log("quiet"))
                    .contains("error of runner")
                    .doesNotContain("debug of ", "info of runner", "info of thread");
            assertThat(base.log("plain")).contains("info of runner").doesNotContain("debug of ");
            assertThat(lines.messages()).contains("debug of runner");
            assertThat(TOPIC.getLevel()).isNull();
            assertThat(TOPIC.isDebugEnabled()).isFalse();
            assertThat(TOPIC.isInfoEnabled()).isTrue();
        }
    }

    @Test
    void installWhenBizBringsASetUpLeavesTheBasesAlone() {
        // Given
        String config =
                """
                <configuration>
                  <appender name="mine" class="ch.qos.logback.core.ConsoleAppender"><encoder><pattern>MINE %m%n</pattern></encoder></appender>
                  <turboFilter class="ch.qos.logback.classic.turbo.MarkerFilter"><Marker>m</Marker></turboFilter>
                  <logger name="com.example" level="TRACE"/>
                  <root level="OFF"><appender-ref ref="mine"/></root>
                </configuration>
                """;
        Path file = directory.resolve("taken.log");
        Path jar = biz("configured")
                .resource("logback.xml", config)
                .resource("logback-spring.xml", config)
                .resource(
                        "application.yaml",
                        "logging:\n  file.name: " + file + "\n  pattern.console: MINE\n  level.root: warn\n")
                .stock(directory);
        SetUp before = SetUp.now();
        // When
        base.install(jar);
        SetUp during = SetUp.now();
        base.uninstall("configured");
        // Then
        assertThat(during).isEqualTo(before);
        assertThat(SetUp.now()).isEqualTo(before);
        assertThat(file).doesNotExist();
        assertThat(base.log("configured"))
                .contains("Setting 'logging.file.name' has no effect", "error of runner")
                .doesNotContain("info of runner");
    }

    @Test
    void uninstallWhenBizHadALogClosesIt() {
        // Given
        assumeTrue(OpenFiles.known(), "Only Linux tells which files a process has open");
        base.install(biz("closing").stock(directory));
        String log = base.home().resolve("logs/closing.log").toString();
        boolean openBefore = OpenFiles.all().contains(log);
        // When
        base.uninstall("closing");
        // Then
        assertThat(openBefore).isTrue();
        assertThat(OpenFiles.all()).doesNotContain(log);
    }

    private static BizJar biz(String name) {
        return BizJar.named(name).starter("spring-boot-starter").source(SOURCE);
    }

    /** The base's set-up of its logging library. */
    private record SetUp(
            List<String> appenders, List<String> filters, Map<String, Level> levels, List<String> listeners) {

        static SetUp now() {
            List<String> appenders = new ArrayList<>();
            Map<String, Level> levels = new TreeMap<>();
            for (Logger logger : CONTEXT.getLoggerList()) {
                logger.iteratorForAppenders()
                        .forEachRemaining(appender -> appenders.add(logger.getName() + " " + appender));
                if (logger.getLevel() != null) {
                    levels.put(logger.getName(), logger.getLevel());
                }
            }
            return new SetUp(
                    appenders,
                    CONTEXT.getTurboFilterList().stream().map(Object::toString).toList(),
                    levels,
                    CONTEXT.getCopyOfListenerList().stream()
                            .map(Object::toString)
                            .toList());
        }
    }
}
