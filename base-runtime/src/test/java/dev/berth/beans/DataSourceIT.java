package dev.berth.beans;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import dev.berth.api.ExportBean;
import dev.berth.bootstrap.OwnBase;
import dev.berth.bootstrap.RunningBase;
import dev.berth.testing.BizJar;
import dev.berth.testing.Eventually;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** A base that exports its DataSource spares each biz a pool; JDBC and JPA of the biz work on the base's. */
class DataSourceIT {

    private static final String JDBC =
            """
            package com.example;
            import org.springframework.jdbc.core.simple.JdbcClient;
            import org.springframework.stereotype.Component;
            import org.springframework.transaction.annotation.Transactional;
            @Component
            public class Till implements java.util.function.Supplier<Integer> {
                private final JdbcClient jdbc;
                Till(JdbcClient jdbc) {
                    this.jdbc = jdbc;
                }
                @Transactional
                public Integer get() {
                    jdbc.sql("create table if not exists sale(id int)").update();
                    jdbc.sql("insert into sale values (1)").update();
                    return jdbc.sql("select count(*) from sale").query(Integer.class).single();
                }
            }
            """;

    private static final String JPA =
            """
            package com.example;
            import jakarta.persistence.*;
            import org.springframework.data.jpa.repository.JpaRepository;
            import org.springframework.stereotype.Component;
            @Component
            public class Orders implements java.util.function.Supplier<Long> {
                @Entity(name = "Placed")
                public static class Placed {
                    @Id @GeneratedValue Long id;
                }
                private final Placements placements;
                Orders(Placements placements) {
                    this.placements = placements;
                }
                public Long get() {
                    placements.save(new Placed());
                    return placements.count();
                }
            }
            """;

    private static final String REPOSITORY =
            """
            package com.example;
            import org.springframework.data.jpa.repository.JpaRepository;
            public interface Placements extends JpaRepository<Orders.Placed, Long> {}
            """;

    @RegisterExtension
    static final OwnBase OWN = OwnBase.of(PooledBase.class);

    @TempDir
    private static Path directory;

    private final RunningBase base = OWN.base();

    @Test
    void installWhenBaseExportsItsDataSourceMakesNoPoolInTheBiz() throws Exception {
        // Given
        BizJar biz =
                BizContext.named("till").starter("spring-boot-starter-jdbc").source(JDBC);
        // When
        assertThat(base.install(biz.stock(directory)).problem()).isEmpty();
        // Then
        ConfigurableApplicationContext context = BizContext.of(base, "till");
        assertThat(context.getBean(DataSource.class)).isSameAs(base.context().getBean("pool"));
        assertThat(context.getBeanNamesForType(DataSource.class)).isEmpty();
        assertThat(context.getBeanNamesForType(Class.forName("org.springframework.transaction.TransactionManager")))
                .hasSize(1);
        assertThat(pools()).containsExactly("base-pool");
        assertThat((Integer) called(context, "till")).isPositive();
        assertThat(base.context().getBean(HikariDataSource.class).isClosed()).isFalse();
    }

    @Test
    void jpaWhenBaseExportsItsDataSourceWorksOnIt() throws Exception {
        // Given
        BizJar biz = BizContext.named("orders")
                .starter("spring-boot-starter-data-jpa")
                .source(JPA)
                .source(REPOSITORY)
                .resource("application.yaml", "spring.jpa.hibernate.ddl-auto: create");
        // When
        assertThat(base.install(biz.stock(directory)).problem()).isEmpty();
        // Then
        assertThat(called(BizContext.of(base, "orders"), "orders")).isEqualTo(1L);
        assertThat(pools()).containsExactly("base-pool");
    }

    @Test
    void healthWhenBaseExportsItsDataSourceAsksIt() {
        // Given
        BizJar biz = BizContext.named("till")
                .starter("spring-boot-starter-jdbc")
                .starter("spring-boot-starter-actuator")
                .source(JDBC);
        // When
        assertThat(base.install(biz.stock(directory)).problem()).isEmpty();
        // Then
        assertThat(BizContext.of(base, "till")
                        .getBean("dbHealthContributor", HealthIndicator.class)
                        .health()
                        .getStatus())
                .isEqualTo(Status.UP);
    }

    @Test
    void uninstallWhenDataSourceOfTheBaseWasUsedAndMeasuredFreesTheLoader() throws Exception {
        // Given
        BizJar biz = BizContext.named("till")
                .starter("spring-boot-starter-jdbc")
                .starter("spring-boot-starter-actuator")
                .source(JDBC);
        assertThat(base.install(biz.stock(directory)).problem()).isEmpty();
        called(BizContext.of(base, "till"), "till");
        assertThat(BizContext.of(base, "till").containsBean("hikariDataSourceMeterBinder"))
                .isTrue();
        assertThat(base.context().getBean(HikariDataSource.class).getMetricsTrackerFactory())
                .isNotInstanceOf(MicrometerMetricsTrackerFactory.class);
        WeakReference<ClassLoader> loader = new WeakReference<>(base.loader("till"));
        // When
        base.uninstall("till");
        // Then
        assertThat(base.context().getBean(HikariDataSource.class).isClosed()).isFalse();
        assertThat(Eventually.collected(loader)).isTrue();
    }

    private static Object called(ConfigurableApplicationContext context, String bean) throws Exception {
        Object target = context.getBean(bean);
        Method get = java.util.function.Supplier.class.getMethod("get");
        return get.invoke(target);
    }

    /** Each pool of Hikari's has a thread that keeps house. */
    private static Stream<String> pools() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.endsWith(":housekeeper"))
                .map(name -> name.substring(0, name.indexOf(':')));
    }

    /** A base with a pool, whose driver nobody but the pool sees. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    @ImportAutoConfiguration(TomcatServletWebServerAutoConfiguration.class)
    static class PooledBase {

        @ExportBean
        @Bean
        DataSource pool() throws Exception {
            URLClassLoader driver = new URLClassLoader(new URL[] {h2()}, ClassLoader.getPlatformClassLoader());
            DataSource h2 = (DataSource) driver.loadClass("org.h2.jdbcx.JdbcDataSource")
                    .getConstructor()
                    .newInstance();
            h2.getClass().getMethod("setURL", String.class).invoke(h2, "jdbc:h2:mem:base;DB_CLOSE_DELAY=-1");
            HikariDataSource pool = new HikariDataSource();
            pool.setPoolName("base-pool");
            pool.setDataSource(h2);
            pool.getConnection().close();
            return pool;
        }

        private static URL h2() throws IOException {
            try (Stream<Path> jars = Files.list(Path.of("target", "test-libraries", "h2"))) {
                return jars.findFirst().orElseThrow().toUri().toURL();
            }
        }
    }
}
