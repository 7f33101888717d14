package dev.berth.control;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An SPI as callers see it.
 *
 * @param code its name for people
 * @param version the version of the contract
 * @param className the name of the interface
 * @param providers who provides it, those that receive no calls too
 * @param consumers where it is injected
 */
public record SpiView(
        String code, String version, String className, List<Provider> providers, List<Consumer> consumers) {

    public SpiView {
        providers = List.copyOf(providers);
        consumers = List.copyOf(consumers);
    }

    /**
     * A provider of an SPI.
     *
     * @param id the id by which it may be asked for
     * @param version the version of the contract that it fulfils
     * @param rule what parameters must have so that they choose it; empty when none do
     * @param priority decides between several that match, the highest wins
     * @param fallback whether it is the base's default
     * @param biz the name of the biz that it belongs to, unless it is the base's
     * @param bizVersion the version of that biz
     * @param revision the revision that it belongs to
     * @param state the state of that revision, such as {@code STANDBY}; {@code ACTIVE} for the base
     * @param active whether it receives calls
     * @param address where it is
     * @param methods where each of its methods is
     */
    public record Provider(
            String id,
            String version,
            Map<String, Object> rule,
            int priority,
            boolean fallback,
            Optional<String> biz,
            Optional<String> bizVersion,
            Optional<String> revision,
            String state,
            boolean active,
            String address,
            List<String> methods) {

        public Provider {
            // A member may be null, which Map.copyOf refuses
            rule = Collections.unmodifiableMap(new LinkedHashMap<>(rule));
            methods = List.copyOf(methods);
        }
    }

    /**
     * A place where an SPI is injected.
     *
     * @param biz the name of the biz that it is in, unless it is in the base
     * @param revision the revision of that biz
     * @param point the field or parameter
     * @param type how the pattern is to be understood: {@code ID}, {@code REG}, {@code RULE}, or {@code CODE} where the
     *     code chooses
     * @param pattern which provider is asked for; empty for the only one
     * @param versions which versions will do; empty for all
     * @param problem why a call would reach no provider now
     */
    public record Consumer(
            Optional<String> biz,
            Optional<String> revision,
            String point,
            String type,
            String pattern,
            String versions,
            Optional<String> problem) {}
}
