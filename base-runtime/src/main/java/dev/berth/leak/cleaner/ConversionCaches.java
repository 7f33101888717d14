package dev.berth.leak.cleaner;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the conversion services that Spring shares within a JVM know about the types of a biz.
 *
 * <p>They remember for each pair of types which converter is theirs, by soft references, so that a loader would stay until
 * memory is short. Some come into being at their first use only. They are cleared as a whole.
 */
public final class ConversionCaches implements Sweep {

    private static final List<String> SERVICES = List.of(
            "org.springframework.core.convert.support.DefaultConversionService#sharedInstance",
            "org.springframework.boot.convert.ApplicationConversionService#sharedInstance",
            "org.springframework.boot.context.properties.bind.BindConverter#sharedInstance",
            "org.springframework.data.projection.ProxyProjectionFactory#CONVERSION_SERVICE",
            "org.springframework.data.repository.core.support.RepositoryFactorySupport#CONVERSION_SERVICE",
            "org.springframework.data.repository.util.ReactiveWrapperConverters#GENERIC_CONVERSION_SERVICE",
            "org.springframework.data.jpa.repository.aot.AotRepositoryFragmentSupport#CONVERSION_SERVICE",
            "org.springframework.data.jpa.repository.query.JpaQueryExecution#CONVERSION_SERVICE");

    @Override
    public void sweep(ClosedBiz biz) {
        for (String service : SERVICES) {
            int name = service.indexOf('#');
            Internals.constant(service.substring(0, name), service.substring(name + 1))
                    .ifPresent(ConversionCaches::clear);
        }
    }

    private static void clear(Object service) {
        Internals.value(service, "converterCache").ifPresent(cache -> ((Map<?, ?>) cache).clear());
        // The one that binds settings asks several
        Optional<Object> delegates = Internals.value(service, "delegates");
        delegates.ifPresent(all -> ((Collection<?>) all).forEach(ConversionCaches::clear));
    }
}
