package dev.berth.control;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A base as callers see it.
 *
 * @param version the version of Berth
 * @param pid the process id of the base
 * @param startedAt when the base began to start
 * @param ready whether the base has finished its start
 * @param javaVersion the version of the JVM
 * @param springBootVersion the version of Spring Boot that the base runs on
 * @param arkVersion the version of SOFAArk's core
 * @param businessPort the port of business traffic
 * @param adminPort the port of this API
 * @param downBiz how many biz shall be in service and are not; {@code GET /v1/biz} tells why
 * @param startSteps the steps of the start, in the order in which they happened
 * @param libraries what the base has for business modules to share
 * @param exports what every biz sees without declaring it
 * @param exportedBeans the beans that every biz can have injected, and those that can't be exported
 * @param plugins the Ark plugins of the base, in the order of their start
 * @param guard whether a biz is kept from ending the base
 */
public record BaseView(
        String version,
        long pid,
        Instant startedAt,
        boolean ready,
        String javaVersion,
        String springBootVersion,
        String arkVersion,
        int businessPort,
        int adminPort,
        int downBiz,
        List<StartStep> startSteps,
        List<Library> libraries,
        List<String> exports,
        List<ExportedBean> exportedBeans,
        List<Plugin> plugins,
        Guard guard) {

    public BaseView {
        startSteps = List.copyOf(startSteps);
        libraries = List.copyOf(libraries);
        exports = List.copyOf(exports);
        exportedBeans = List.copyOf(exportedBeans);
        plugins = List.copyOf(plugins);
    }

    /** Returns the same with another number of biz that are down. */
    BaseView withDownBiz(int count) {
        return new BaseView(
                version,
                pid,
                startedAt,
                ready,
                javaVersion,
                springBootVersion,
                arkVersion,
                businessPort,
                adminPort,
                count,
                startSteps,
                libraries,
                exports,
                exportedBeans,
                plugins,
                guard);
    }

    /**
     * One step of a base's start.
     *
     * @param name what began: {@code container}, {@code base}, {@code admin}, {@code biz} or {@code ready}
     * @param at when it was reached
     */
    public record StartStep(String name, Instant at) {}

    /**
     * A bean of the base that is to be exported.
     *
     * @param name its name, or the setting that asks for one where no bean fits that
     * @param aliases its other names
     * @param type its type as the base declared it, unless that is not known
     * @param refusal why it is not exported, unless it is
     */
    public record ExportedBean(String name, List<String> aliases, Optional<String> type, Optional<String> refusal) {

        public ExportedBean {
            aliases = List.copyOf(aliases);
        }
    }

    /**
     * A library of the base.
     *
     * @param library group and artifact, or the artifact alone where no group is known
     * @param version its version, unless that is not known
     */
    public record Library(String library, Optional<String> version) {}

    /**
     * An Ark plugin.
     *
     * @param name its name
     * @param library group and artifact, which a biz declares to see what it exports
     * @param version its version
     * @param priority its place in the start; a smaller number comes first
     * @param origin where it was found: {@code home} or {@code class-path}
     * @param exports the packages in which it exports something, in alphabetical order
     * @param activator the class that it is started by, unless it has none
     */
    public record Plugin(
            String name,
            String library,
            String version,
            int priority,
            String origin,
            List<String> exports,
            Optional<String> activator) {

        public Plugin {
            exports = List.copyOf(exports);
        }
    }

    /**
     * Whether the JDK itself asks the base before a biz ends the JVM, and tells it what a biz changes in it.
     *
     * @param on whether that is so
     * @param reason why not
     * @param remedy what to do about it
     */
    public record Guard(boolean on, Optional<String> reason, Optional<String> remedy) {}
}
