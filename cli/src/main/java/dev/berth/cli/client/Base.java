package dev.berth.cli.client;

import dev.berth.cli.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A running base.
 *
 * @param version the version of Berth
 * @param pid the id of its process
 * @param startedAt when it began to start
 * @param ready whether it has finished its start
 * @param javaVersion the version of its JVM
 * @param businessPort the port of business traffic
 * @param adminPort the port of the admin API
 * @param exports the beans that it is to export to every biz
 * @param plugins its Ark plugins, in the order of their start
 * @param guard whether a biz is kept from ending it, as far as it says so
 */
public record Base(
        String version,
        long pid,
        Instant startedAt,
        boolean ready,
        String javaVersion,
        int businessPort,
        int adminPort,
        List<Export> exports,
        List<Plugin> plugins,
        Optional<Guard> guard) {

    /** Copies the list. */
    public Base {
        exports = List.copyOf(exports);
        plugins = List.copyOf(plugins);
    }

    /**
     * A bean that the base is to export.
     *
     * @param name its name, or the setting that asks for one
     * @param type its type, where it is known
     * @param refusal why it is not exported, unless it is
     */
    public record Export(String name, Optional<String> type, Optional<String> refusal) {

        static Export from(JsonObject json) {
            return new Export(json.text("name"), json.optionalText("type"), json.optionalText("refusal"));
        }
    }

    /**
     * An Ark plugin.
     *
     * @param name its name
     * @param version its version
     * @param priority its place in the start
     * @param origin where it was found
     * @param exports the packages in which it exports something
     */
    public record Plugin(String name, String version, int priority, String origin, List<String> exports) {

        /** Copies the list. */
        public Plugin {
            exports = List.copyOf(exports);
        }

        static Plugin from(JsonObject json) {
            return new Plugin(
                    json.text("name"),
                    json.text("version"),
                    json.integer("priority"),
                    json.text("origin"),
                    json.texts("exports"));
        }
    }

    /**
     * Whether a biz is kept from ending the base.
     *
     * @param on whether that is so
     * @param reason why not
     * @param remedy what to do about it
     */
    public record Guard(boolean on, Optional<String> reason, Optional<String> remedy) {

        static Guard from(JsonObject json) {
            return new Guard(json.isTrue("on"), json.optionalText("reason"), json.optionalText("remedy"));
        }
    }

    static Base from(JsonObject json) {
        return new Base(
                json.text("version"),
                json.longNumber("pid"),
                json.instant("startedAt"),
                json.isTrue("ready"),
                json.text("javaVersion"),
                json.integer("businessPort"),
                json.integer("adminPort"),
                json.objects("exportedBeans", Export::from),
                json.objects("plugins", Plugin::from),
                json.object("guard").map(Guard::from));
    }
}
