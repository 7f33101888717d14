package dev.berth.cli.client;

import dev.berth.cli.json.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * An SPI as a base tells it.
 *
 * @param code its name for people
 * @param version the version of the contract
 * @param className the name of the interface
 * @param providers who provides it
 * @param consumers where it is injected
 * @param json all of it
 */
public record SpiService(
        String code,
        String version,
        String className,
        List<Provider> providers,
        List<Consumer> consumers,
        JsonObject json) {

    /** Copies the lists. */
    public SpiService {
        providers = List.copyOf(providers);
        consumers = List.copyOf(consumers);
    }

    static SpiService from(JsonObject json) {
        return new SpiService(
                json.text("code"),
                json.text("version"),
                json.text("className"),
                json.objects("providers", Provider::from),
                json.objects("consumers", Consumer::from),
                json);
    }

    /**
     * A provider.
     *
     * @param id the id by which it may be asked for
     * @param version the version of the contract that it fulfils
     * @param rule what parameters must have so that they choose it, as JSON; empty when none do
     * @param priority decides between several that match
     * @param biz name and version of its biz, or {@code base}
     * @param state the state of its revision
     * @param active whether it receives calls
     * @param address where it is
     */
    public record Provider(
            String id,
            String version,
            Optional<String> rule,
            int priority,
            String biz,
            String state,
            boolean active,
            String address) {

        static Provider from(JsonObject json) {
            Optional<String> biz = json.optionalText("biz");
            return new Provider(
                    json.text("id"),
                    json.text("version"),
                    json.object("rule").map(JsonObject::compact).filter(rule -> !rule.equals("{}")),
                    json.integer("priority"),
                    biz.map(name -> name + ":" + json.optionalText("bizVersion").orElse("?"))
                            .orElse("base"),
                    json.text("state"),
                    json.isTrue("active"),
                    json.text("address"));
        }
    }

    /**
     * A place where it is injected.
     *
     * @param biz the name of the biz that it is in, or {@code base}
     * @param point the field or parameter
     * @param type how the pattern is to be understood
     * @param pattern which provider is asked for; empty for the only one
     * @param versions which versions will do; empty for all
     * @param problem why a call would reach none now
     */
    public record Consumer(
            String biz, String point, String type, String pattern, String versions, Optional<String> problem) {

        static Consumer from(JsonObject json) {
            return new Consumer(
                    json.optionalText("biz").orElse("base"),
                    json.text("point"),
                    json.text("type"),
                    json.text("pattern"),
                    json.text("versions"),
                    json.optionalText("problem"));
        }
    }
}
