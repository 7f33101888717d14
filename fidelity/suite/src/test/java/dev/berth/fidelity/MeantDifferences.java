package dev.berth.fidelity;

import static dev.berth.fidelity.AllowedDifference.of;
import static dev.berth.fidelity.Difference.NONE;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The differences that any application shows, each with its reason. All others are defects. */
final class MeantDifferences {

    /** The sources by which a stand-alone start and the base each say what they demand. */
    static final Set<String> OWN_SOURCES = Set.of("commandLineArgs", "berth");

    /** Where the settings of a line are for its biz; stand-alone they are in commandLineArgs. */
    static final Pattern OPERATOR_SOURCE = Pattern.compile("Config resource 'file \\[.+/home/config/.+");

    private static final String ABSENT = Pattern.quote(NONE);

    /** What Spring Boot says when there are messages; only the place of the file is another. */
    private static final String FOUND_BUNDLE =
            "positive\\[\"ResourceBundle found bundle %s \\[%s[^,\\]]+\\]\",\"@ConditionalOnMissingBean [^,]+ did not find any beans\"\\]";

    private static final String DATE = "\\w{3}, .+ GMT";
    private static final String PORT = "<port>";

    static final List<AllowedDifference> ALWAYS = List.of(
            of(
                    "property source commandLineArgs",
                    ".+",
                    ABSENT,
                    "A biz has no command line; its settings are in a file of its operator's"),
            of("property source berth", ABSENT, ".+", "The base's last word stands in front of all settings"),
            of("property server.port", "0", PORT, "The base's server serves every biz"),
            of(
                    "property management.server.port",
                    ABSENT,
                    PORT,
                    "The base's server serves the actuator of every biz too"),
            of(
                    "condition .+TomcatServletWebServerAutoConfiguration#tomcatServletWebServerFactory",
                    "positive.+",
                    "negative.+berthWebServerFactory.+",
                    "The base's own factory makes the web server of a biz: a context on the base's Tomcat"),
            of(
                    "property spring.mvc.servlet.load-on-startup",
                    ABSENT,
                    "1",
                    "Servlets of a biz are ready before its first request"),
            of(
                    "property spring.config.location",
                    ABSENT,
                    "optional:classpath:/;optional:classpath:/config/",
                    "The files beside the base's jar are the base's; a biz reads those inside of its own jar"),
            of(
                    "property spring.config.additional-location",
                    ABSENT,
                    "optional:file:.+/config/[^/]+.yaml",
                    "The operator's settings of a biz are in the home of the base"),
            of(
                    "property (logging|spring.main).register-shutdown-hook",
                    ABSENT,
                    "false",
                    "A JVM has one shutdown hook, the base's; it closes every biz in good order"),
            of("property spring.main.banner-mode", ABSENT, "off", "A JVM has one banner, the base's"),
            of(
                    "property spring.(jmx|application.admin).enabled",
                    ABSENT,
                    "false",
                    "A JVM has one JMX domain, the base's; no biz registers beans in it"),
            of(
                    "condition .+(Jmx(Endpoint)?AutoConfiguration|DataSourceJmxConfiguration)",
                    "negative.+did not find property.+",
                    "negative.+found different value in property.+",
                    "JMX is off for a biz by a setting and stand-alone by the lack of one"),
            of(
                    "condition .+MessageSourceAutoConfiguration",
                    FOUND_BUNDLE.formatted("URL", "jar:nested:"),
                    FOUND_BUNDLE.formatted("file", "/.+/work/revisions/"),
                    "The own files of a biz lie in a folder, not in the jar"),
            of(
                    ".+: header last-modified",
                    DATE,
                    DATE,
                    "A resource is as old as the deployment: stand-alone the jar file, as a biz the files of its install"),
            of("property berth.enabled", ABSENT, "false", "A biz that brings base-runtime is no base inside a base"));

    private MeantDifferences() {}
}
