package dev.berth.beans;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.berth.api.ExportBean;
import dev.berth.beans.contract.Prices;
import dev.berth.beans.contract.Region;
import dev.berth.beans.contract.Repo;
import dev.berth.beans.contract.Step;
import dev.berth.beans.hidden.Secret;
import jakarta.annotation.Priority;
import java.util.concurrent.Callable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Fallback;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Scope;
import org.springframework.context.annotation.ScopedProxyMode;
import org.springframework.core.annotation.Order;

/** A base with beans of many kinds to export. */
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration(TomcatServletWebServerAutoConfiguration.class)
@Import({Secret.class, ExportingBase.Clerk.class})
public class ExportingBase {

    @ExportBean
    @Bean
    Repo<String> words() {
        return () -> "word";
    }

    @ExportBean
    @Bean
    Repo<Integer> numbers() {
        return new Numbers();
    }

    @ExportBean
    @Bean
    Repo<Byte> bytes() {
        return new Bytes();
    }

    @ExportBean
    @Bean({"listPrices", "usualPrices"})
    @Primary
    Prices listPrices() {
        return () -> "list";
    }

    @ExportBean
    @Bean
    @Region("north")
    Prices northPrices() {
        return () -> "north";
    }

    @ExportBean
    @Bean
    @Qualifier("cheap")
    @Fallback
    Prices lowPrices() {
        return () -> "low";
    }

    @ExportBean
    @Bean
    @Order(2)
    Step secondStep() {
        return new Step() {};
    }

    @ExportBean
    @Bean
    @Order(1)
    Step firstStep() {
        return new Step() {};
    }

    @ExportBean
    @Bean
    Step laterStep() {
        return new LastStep();
    }

    @ExportBean
    @Bean
    Made made() {
        return new Made();
    }

    @ExportBean
    @Bean
    @Lazy
    Late late() {
        return new Late();
    }

    @ExportBean
    @Bean
    @Lazy
    StringBuilder broken() {
        throw new IllegalStateException("No such luck");
    }

    @ExportBean
    @Bean
    @Scope("prototype")
    StringBuilder fresh() {
        return new StringBuilder();
    }

    @ExportBean
    @Bean
    @Scope(scopeName = "request", proxyMode = ScopedProxyMode.TARGET_CLASS)
    Clerk ofRequest() {
        return new Clerk();
    }

    @ExportBean
    @Bean
    Ticker ticker() {
        return Ticker.systemTicker();
    }

    @Bean
    StringBuilder byName() {
        return new StringBuilder();
    }

    @Bean
    Thread.State byType() {
        return Thread.State.NEW;
    }

    @Bean
    StringBuffer patternOne() {
        return new StringBuffer();
    }

    @Bean
    StringBuffer notToBeSeen() {
        return new StringBuffer();
    }

    /** Remembers what is done to it. */
    @ExportBean
    public static class Clerk implements DisposableBean {

        volatile boolean destroyed;

        @Override
        public void destroy() {
            destroyed = true;
        }
    }

    /** Is something on the side, too. */
    static final class Bytes implements Repo<Byte>, Callable<String> {

        @Override
        public Byte one() {
            return 1;
        }

        @Override
        public String call() {
            return "side";
        }
    }

    static final class Numbers implements Repo<Integer> {

        @Override
        public Integer one() {
            return 1;
        }
    }

    @Priority(Integer.MAX_VALUE)
    static final class LastStep implements Step {}

    static final class Late implements Runnable {

        @Override
        public void run() {}
    }

    /** A factory bean of a singleton. */
    static final class Made implements FactoryBean<Repo<Long>> {

        @Override
        public Repo<Long> getObject() {
            return () -> 7L;
        }

        @Override
        public Class<?> getObjectType() {
            return Repo.class;
        }
    }
}
