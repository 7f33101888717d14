package dev.berth.calls;

import dev.berth.api.ExportBean;
import dev.berth.api.spi.DynamicInject;
import dev.berth.api.spi.DynamicInvoker;
import dev.berth.api.spi.PatternType;
import dev.berth.calls.contract.Imports;
import dev.berth.calls.contract.Prices;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** The base of this benchmark: exports a bean and consumes the prices of its biz. */
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration(TomcatServletWebServerAutoConfiguration.class)
public class Desk {

    @Bean
    @ExportBean
    Prices direct() {
        return new Direct();
    }

    @Bean
    Stubs stubs() {
        return new Stubs();
    }

    /** A class of the base, called without anything between. */
    static final class Direct implements Prices {

        @Override
        public long price(long article) {
            return article + 1;
        }
    }

    /** What is injected. */
    static final class Stubs {

        @DynamicInject(pattern = "P000")
        Prices byId;

        @DynamicInject(pattern = "{\"number\":\"#000\"}", type = PatternType.RULE)
        Prices byRule;

        @DynamicInject
        DynamicInvoker<Prices> invoker;

        @DynamicInject(pattern = "importer")
        Imports imports;
    }
}
