package dev.berth.spi;

import dev.berth.api.spi.Spi;
import dev.berth.api.spi.SpiProvider;
import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.util.ClassUtils;

/**
 * An object that is offered as a provider.
 *
 * @param target the object, as those in its own biz see it: a proxy where there is one
 * @param name its id unless the annotation names one
 * @param annotation what its author says, unless nothing
 */
record Offer(Object target, String name, Optional<SpiProvider> annotation) {

    /**
     * Returns the SPIs that it implements.
     *
     * @throws BerthException with SPI_PROVIDER_INVALID when there is none
     */
    List<Class<?>> spis() {
        List<Class<?>> found = Arrays.stream(ClassUtils.getAllInterfacesForClass(target.getClass()))
                .<Class<?>>map(type -> type)
                .filter(type -> type.isAnnotationPresent(Spi.class))
                .toList();
        if (found.isEmpty()) {
            throw invalid(
                    name,
                    "has @SpiProvider and implements no SPI",
                    "Let its class implement an interface with @Spi that the base or a plugin exports.");
        }
        return found;
    }

    String id() {
        return annotation.map(SpiProvider::id).filter(id -> !id.isEmpty()).orElse(name);
    }

    String rule() {
        return annotation.map(SpiProvider::rule).orElse("");
    }

    int priority() {
        return annotation.map(SpiProvider::priority).orElse(0);
    }

    Optional<String> version() {
        return annotation.map(SpiProvider::version).filter(version -> !version.isEmpty());
    }

    /** Tells whether it is chosen by nothing in particular. */
    boolean isPlain() {
        return rule().isEmpty() && annotation.map(SpiProvider::id).orElse("").isEmpty();
    }

    static BerthException invalid(String name, String reason, String remedy) {
        return new BerthException(ErrorCode.SPI_PROVIDER_INVALID, "The provider '" + name + "' " + reason, remedy);
    }
}
