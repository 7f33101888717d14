package dev.berth.spi;

import dev.berth.api.spi.DynamicInject;
import dev.berth.api.spi.DynamicInvoker;
import dev.berth.api.spi.PatternType;
import dev.berth.broker.Demand;
import dev.berth.broker.Selector;
import dev.berth.broker.VersionRange;
import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import dev.berth.lifecycle.Revision;
import java.lang.annotation.Annotation;
import java.lang.reflect.Executable;
import java.lang.reflect.Member;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.DependencyDescriptor;
import org.springframework.context.annotation.Bean;
import org.springframework.core.MethodParameter;

/**
 * Fills the injection points of one biz, or of the base, that ask for an SPI. Safe for use by many threads.
 *
 * <p>Holds stubs, text and the loader of the biz, until that is released.
 */
final class Injection {

    private final ProviderTable table;
    private final Optional<Revision> owner;
    private final Optional<ClassLoader> loader;
    private final Map<Wanted, Object> made = new ConcurrentHashMap<>();

    /**
     * Makes it for one revision, or for the base.
     *
     * @param loader the loader of the biz, which must share the types of each SPI
     */
    Injection(ProviderTable table, Optional<Revision> owner, Optional<ClassLoader> loader) {
        this.table = table;
        this.owner = owner;
        this.loader = loader;
    }

    /**
     * Returns a stub or an invoker for a point that asks for one.
     *
     * @throws BerthException with SPI_PATTERN_INVALID, SPI_INVALID or SPI_TYPES_NOT_SHARED
     */
    Optional<Object> valueFor(DependencyDescriptor point) {
        Class<?> type = point.getDependencyType();
        boolean dynamic = type == DynamicInvoker.class;
        DynamicInject annotation = annotation(point);
        if (annotation == null && !dynamic) {
            return Optional.empty();
        }
        Wanted wanted = dynamic ? Wanted.invoker(spiOf(point), annotation) : Wanted.stub(type, annotation);
        Object value = made.get(wanted);
        if (value == null) {
            value = make(wanted);
            made.put(wanted, value);
        }
        note(wanted, point);
        return Optional.of(value);
    }

    private static @Nullable DynamicInject annotation(DependencyDescriptor point) {
        for (Annotation annotation : point.getAnnotations()) {
            if (annotation instanceof DynamicInject found) {
                return found;
            }
        }
        MethodParameter parameter = point.getMethodParameter();
        return parameter == null || parameter.getMethod() == null || parameter.hasMethodAnnotation(Bean.class)
                ? null
                : parameter.getMethodAnnotation(DynamicInject.class);
    }

    private static Class<?> spiOf(DependencyDescriptor point) {
        Class<?> spi = point.getResolvableType().getGeneric(0).resolve();
        if (spi == null) {
            throw new BerthException(
                    ErrorCode.SPI_INVALID,
                    "The DynamicInvoker in " + place(point) + " does not say of which SPI",
                    "Write the SPI as its type argument: DynamicInvoker<PriceService>.");
        }
        return spi;
    }

    private Object make(Wanted wanted) {
        Service service = table.service(wanted.spi());
        loader.ifPresent(service.contract()::checkSharedWith);
        VersionRange versions = VersionRange.parse(wanted.versions());
        if (wanted.dynamic()) {
            if (!wanted.pattern().isEmpty()) {
                throw new BerthException(
                        ErrorCode.SPI_PATTERN_INVALID,
                        "A DynamicInvoker of '" + service.contract().info().code() + "' has the pattern '"
                                + wanted.pattern() + "'",
                        "Inject the SPI itself with the pattern, or ask the invoker for it.");
            }
            return new Invoker<>(table, wanted.spi(), versions, name());
        }
        return table.stub(wanted.spi(), table.line(service, demand(wanted, service, versions)));
    }

    private Demand demand(Wanted wanted, Service service, VersionRange versions) {
        return new Demand(service.contract().info(), Selector.parse(wanted.type(), wanted.pattern()), versions, name());
    }

    private Optional<String> name() {
        return owner.map(revision -> revision.id().name().value());
    }

    private void note(Wanted wanted, DependencyDescriptor point) {
        Service service = table.service(wanted.spi());
        Demand demand = demand(wanted, service, VersionRange.parse(wanted.versions()));
        service.consumers().add(new Consumer(owner.map(Revision::id), place(point), demand, wanted.dynamic()));
    }

    private static String place(DependencyDescriptor point) {
        Member member = point.getMember();
        if (member == null) {
            return "an unknown place";
        }
        String owner = member.getDeclaringClass().getName();
        if (member instanceof Executable executable) {
            boolean constructor = executable.getName().equals(owner);
            return owner + (constructor ? "" : "." + executable.getName()) + "(…)";
        }
        return owner + "." + member.getName();
    }

    /**
     * What a point asks for.
     *
     * @param dynamic whether it asks for an invoker
     */
    private record Wanted(Class<?> spi, String pattern, PatternType type, String versions, boolean dynamic) {

        static Wanted stub(Class<?> spi, @Nullable DynamicInject annotation) {
            return of(spi, annotation, false);
        }

        static Wanted invoker(Class<?> spi, @Nullable DynamicInject annotation) {
            return of(spi, annotation, true);
        }

        private static Wanted of(Class<?> spi, @Nullable DynamicInject annotation, boolean dynamic) {
            return annotation == null
                    ? new Wanted(spi, "", PatternType.ID, "", dynamic)
                    : new Wanted(spi, annotation.pattern(), annotation.type(), annotation.version(), dynamic);
        }
    }
}
