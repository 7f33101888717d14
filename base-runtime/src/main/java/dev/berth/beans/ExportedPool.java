package dev.berth.beans;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.IMetricsTracker;
import java.sql.SQLException;
import java.sql.Wrapper;
import org.springframework.util.ClassUtils;

/**
 * Keeps the meters of a biz out of a connection pool that the base exports.
 *
 * <p>Spring Boot's actuator, in whichever application comes first, gives Hikari's pool its own registry for good, and the pool would
 * hold that biz as long as the base runs. A pool that the base itself does not measure is measured by nobody.
 */
final class ExportedPool {

    private static final boolean present =
            ClassUtils.isPresent("com.zaxxer.hikari.HikariDataSource", ExportedPool.class.getClassLoader());

    private ExportedPool() {}

    static void keepUnmeasured(Object bean) {
        if (present) {
            OfHikari.keepUnmeasured(bean);
        }
    }

    /** Is linked only where the base has Hikari. */
    private static final class OfHikari {

        static void keepUnmeasured(Object bean) {
            if (bean instanceof HikariDataSource pool) {
                occupy(pool);
            } else if (bean instanceof Wrapper wrapper) {
                try {
                    if (wrapper.isWrapperFor(HikariDataSource.class)) {
                        occupy(wrapper.unwrap(HikariDataSource.class));
                    }
                } catch (SQLException unknown) {
                    // Then Spring Boot does not find the pool either
                }
            }
        }

        private static void occupy(HikariDataSource pool) {
            if (pool.getMetricRegistry() == null && pool.getMetricsTrackerFactory() == null) {
                pool.setMetricsTrackerFactory((name, statistics) -> new IMetricsTracker() {});
            }
        }
    }
}
