package dev.berth.linkage;

import dev.berth.artifact.LibraryCoordinates;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Libraries that are released and tested together and reach into each other's insides: they are shared as one or brought
 * as one.
 *
 * <p>A member is known by its group, or by its artifact where a jar doesn't tell its group. What a family {@link #needs()}
 * is in its signatures: where that is brought, this is too.
 */
enum Family {
    LOGGING_API("Commons Logging", "commons-logging", "commons-logging|spring-jcl"),
    MICROMETER(
            "Micrometer",
            "io\\.micrometer",
            "micrometer-.*|context-propagation",
            List.of("context-propagation", "micrometer-tracing")),
    /** With the annotations, which Jackson 2 and 3 both read: a copy that Jackson doesn't know would be ignored. */
    JACKSON_3("Jackson 3", "tools\\.jackson(\\..*)?", "jackson-annotations", List.of("jackson-annotations")),
    VALIDATION(
            "Hibernate Validator",
            "org\\.hibernate\\.validator|jakarta\\.validation",
            "hibernate-validator.*|jakarta\\.validation-api",
            List.of("jakarta.validation")),
    HIBERNATE(
            "Hibernate",
            "org\\.hibernate\\.(orm|models)|jakarta\\.persistence",
            "hibernate-(core|envers|models|jcache|spatial|vector|community-dialects|processor)|jakarta\\.persistence-api",
            List.of("jakarta.persistence", "hibernate-models")),
    SPRING_DATA("Spring Data", "org\\.springframework\\.data", "spring-data-.*"),
    /**
     * Framework and Boot: Boot's modules are built against one Framework, and Framework's against each other. What it needs
     * is in the signatures of the modules that always stay ({@link MustShare#stays}).
     */
    SPRING(
            "Spring",
            "org\\.springframework(\\.boot)?",
            "spring-boot(-.*)?|spring-(aop|aspects|beans|context|context-indexer|context-support|core|core-test|expression"
                    + "|instrument|jdbc|jms|messaging|orm|oxm|r2dbc|test|tx|web|webflux|webmvc|websocket)",
            List.of("spring-boot"),
            LOGGING_API,
            MICROMETER,
            JACKSON_3,
            VALIDATION,
            SPRING_DATA,
            HIBERNATE),
    SPRING_SECURITY("Spring Security", "org\\.springframework\\.security", "spring-security-.*"),
    TOMCAT("Tomcat", "org\\.apache\\.tomcat(\\.embed)?", "tomcat-(embed-.*|annotations-api)"),
    SLF4J(
            "SLF4J",
            "org\\.slf4j|ch\\.qos\\.logback",
            "slf4j-.*|jul-to-slf4j|jcl-over-slf4j|log4j-over-slf4j|logback-(classic|core)",
            List.of("logback")),
    /** It logs through SLF4J's API, which is shared in any case, so that it need not move with SLF4J. */
    LOG4J("Log4j", "org\\.apache\\.logging\\.log4j", "log4j-.*"),
    JACKSON_2("Jackson 2", "com\\.fasterxml\\.jackson(\\..*)?", "", List.of(), JACKSON_3),
    THYMELEAF(
            "Thymeleaf",
            "org\\.thymeleaf(\\.extras)?|org\\.attoparser|org\\.unbescape",
            "thymeleaf.*|attoparser|unbescape",
            List.of("attoparser", "unbescape", "thymeleaf-extras", "thymeleaf-layout")),
    NETTY("Netty", "io\\.netty", "netty-.*", List.of("netty-tcnative")),
    REACTOR(
            "Reactor",
            "io\\.projectreactor|org\\.reactivestreams",
            "reactor-(core|extra|test|pool)|reactive-streams",
            List.of("reactive-streams", "reactor-extra", "reactor-pool")),
    REACTOR_NETTY("Reactor Netty", "io\\.projectreactor\\.netty", "reactor-netty-.*", List.of(), REACTOR, NETTY),
    KOTLIN("Kotlin", "org\\.jetbrains\\.kotlin", "kotlin-.*"),
    KOTLINX("Kotlin extensions", "org\\.jetbrains\\.kotlinx", "kotlinx-.*"),
    GROOVY("Groovy", "org\\.apache\\.groovy", "groovy(-.*)?"),
    ASPECTJ("AspectJ", "org\\.aspectj", "aspectj(rt|weaver|tools)"),
    BYTE_BUDDY("Byte Buddy", "net\\.bytebuddy", "byte-buddy(-.*)?"),
    JAXB("JAXB", "org\\.glassfish\\.jaxb", "jaxb-(core|runtime)|txw2");

    private final String title;
    private final Pattern groups;
    private final Pattern artifacts;

    @SuppressWarnings("ImmutableEnumChecker") // An immutable copy
    private final List<String> lines;

    @SuppressWarnings("ImmutableEnumChecker") // An immutable copy
    private final List<Family> needs;

    Family(String title, String groups, String artifacts) {
        this(title, groups, artifacts, List.of());
    }

    Family(String title, String groups, String artifacts, List<String> lines, Family... needs) {
        this.title = title;
        this.groups = Pattern.compile(groups);
        this.artifacts = Pattern.compile(artifacts);
        this.lines = lines;
        this.needs = List.of(needs);
    }

    static Optional<Family> of(LibraryCoordinates library) {
        for (Family family : values()) {
            if (family.has(library)) {
                return Optional.of(family);
            }
        }
        return Optional.empty();
    }

    /** Says whether its modules part one by one, as the biz brings what they link to, and not all at once. */
    boolean partsByModule() {
        return this == SPRING || this == SPRING_DATA;
    }

    /** Returns what people call it. */
    String title() {
        return title;
    }

    /** Returns the families that are in this one's signatures. */
    List<Family> needs() {
        return needs;
    }

    /**
     * Names the members that have their versions in common with this one: Spring Boot 4.1 goes with Framework 7.0. The
     * modules of Spring Data count their versions each by itself.
     */
    String line(LibraryCoordinates member) {
        if (this == SPRING_DATA) {
            return member.artifact();
        }
        return lines.stream()
                .filter(prefix -> member.artifact().startsWith(prefix))
                .findFirst()
                .orElse(title);
    }

    private boolean has(LibraryCoordinates library) {
        if (library.artifact().equals("jackson-annotations")) {
            return this == JACKSON_3;
        }
        return library.group()
                .map(group -> groups.matcher(group).matches())
                .orElseGet(() -> artifacts.matcher(library.artifact()).matches());
    }
}
