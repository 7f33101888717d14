package dev.berth.bootstrap;

import dev.berth.leak.cleaner.ClosedBiz;
import dev.berth.leak.cleaner.Sweep;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.util.ClassUtils;
import tools.jackson.databind.ObjectMapper;

/**
 * What the mappers of Jackson 3 among the base's beans have worked out for classes of a biz.
 *
 * <p>A biz gets to such a mapper when the base exports it, or exports something that uses it, such as a client of a remote
 * system. All that the mappers know is forgotten, and worked out anew at the next use. Beans that have not been made yet stay so.
 * Safe for use by many threads.
 */
final class BaseMappers implements Sweep {

    private final ConfigurableListableBeanFactory base;

    /** Makes the sweep of a base's factory; the mappers are looked for each time. */
    BaseMappers(ConfigurableListableBeanFactory base) {
        this.base = base;
    }

    @Override
    public void sweep(ClosedBiz biz) {
        if (ClassUtils.isPresent("tools.jackson.databind.ObjectMapper", BaseMappers.class.getClassLoader())) {
            OfJackson.forget(base);
        }
    }

    /** Is linked only where the base has Jackson. */
    private static final class OfJackson {

        static void forget(ConfigurableListableBeanFactory base) {
            Arrays.stream(base.getBeanNamesForType(ObjectMapper.class, false, false))
                    .flatMap(name -> Optional.ofNullable(base.getSingleton(name)).stream())
                    .filter(ObjectMapper.class::isInstance)
                    .map(ObjectMapper.class::cast)
                    .forEach(ObjectMapper::clearCaches);
        }
    }
}
