package dev.berth.spi;

import dev.berth.api.spi.ProviderInfo;
import dev.berth.api.spi.SpiInfo;
import dev.berth.broker.Choice;
import dev.berth.broker.Router;
import dev.berth.lifecycle.Revision;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An SPI at one moment, for people.
 *
 * @param info what it is
 * @param methods the names of its methods, in alphabetical order
 * @param providers who provides it, those that receive no calls too
 * @param consumers where it is injected
 */
public record SpiState(
        SpiInfo info, List<String> methods, List<ProviderState> providers, List<ConsumerState> consumers) {

    public SpiState {
        methods = List.copyOf(methods);
        providers = List.copyOf(providers);
        consumers = List.copyOf(consumers);
    }

    static SpiState of(Service service) {
        Snapshot now = service.snapshot();
        return new SpiState(
                service.contract().info(),
                Stream.of(service.contract().type().getMethods())
                        .filter(method -> !Modifier.isStatic(method.getModifiers()))
                        .map(Method::getName)
                        .distinct()
                        .sorted()
                        .toList(),
                now.registered().stream()
                        .map(entry -> ProviderState.of(entry, now.active().contains(entry)))
                        .toList(),
                service.consumers().stream()
                        .map(consumer -> ConsumerState.of(consumer, now))
                        .sorted(Comparator.comparing(ConsumerState::point).thenComparing(ConsumerState::pattern))
                        .toList());
    }

    /**
     * A provider.
     *
     * @param info what it is
     * @param revision the revision that it belongs to, or empty for the base
     * @param state the state of that revision, such as {@code STANDBY}; {@code ACTIVE} for the base
     * @param active whether it receives calls
     */
    public record ProviderState(ProviderInfo info, Optional<String> revision, String state, boolean active) {

        private static ProviderState of(ProviderEntry entry, boolean active) {
            Optional<Revision> revision = Optional.ofNullable(entry.revision());
            return new ProviderState(
                    entry.info(),
                    revision.map(each -> each.id().toString()),
                    revision.map(each -> each.state().label()).orElse("ACTIVE"),
                    active);
        }
    }

    /**
     * A place where the SPI is injected.
     *
     * @param revision the revision that it is in, or empty for the base
     * @param biz the name of that biz
     * @param point the field or parameter
     * @param type how the pattern is to be understood, such as {@code REG}, or {@code CODE} where the code chooses
     * @param pattern which provider is asked for; empty for the only one
     * @param versions which versions will do; empty for all
     * @param problem why a call would reach none now
     */
    public record ConsumerState(
            Optional<String> revision,
            Optional<String> biz,
            String point,
            String type,
            String pattern,
            String versions,
            Optional<String> problem) {

        private static ConsumerState of(Consumer consumer, Snapshot now) {
            Choice choice = Router.choose(consumer.demand(), now.infos());
            return new ConsumerState(
                    consumer.owner().map(Object::toString),
                    consumer.owner().map(owner -> owner.name().value()),
                    consumer.point(),
                    consumer.dynamic()
                            ? "CODE"
                            : consumer.demand().selector().type().name(),
                    consumer.demand().selector().pattern(),
                    consumer.demand().versions().toString(),
                    consumer.dynamic() ? Optional.empty() : SpiParticipant.problem(choice));
        }
    }
}
