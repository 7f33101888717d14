package dev.berth.bootstrap;

import dev.berth.api.spi.DynamicInject;
import dev.berth.api.spi.DynamicInvoker;
import dev.berth.api.spi.SpiProvider;
import dev.berth.contracts.Price;
import dev.berth.contracts.PriceService;
import dev.berth.contracts.Shop;
import dev.berth.contracts.UnknownArticleException;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** A base application that shares SPIs with its biz, has a default of one, and consumes both. */
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration(TomcatServletWebServerAutoConfiguration.class)
class SpiBase {

    static RunningBase start(Path home, String... arguments) {
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--berth.export.packages=dev.berth.contracts";
        all[arguments.length + 1] = "--berth.standby.max=1";
        return RunningBase.start(SpiBase.class, home, all);
    }

    static Desk desk(RunningBase base) {
        return base.context().getBean(Desk.class);
    }

    @Bean
    @SpiProvider
    PriceService listPrices() {
        return new PriceService() {
            @Override
            public Price price(String article) {
                return new Price("base", article.length());
            }

            @Override
            public String contextLoader() {
                return String.valueOf(Thread.currentThread().getContextClassLoader());
            }

            @Override
            public String label() {
                return "label of the base";
            }
        };
    }

    @Bean
    Desk desk(@DynamicInject(pattern = "drf") PriceService byParameter, DynamicInvoker<Shop> shops) {
        return new Desk(byParameter, shops);
    }

    /** A consumer in the base. */
    static class Desk {

        @DynamicInject
        PriceService prices;

        @DynamicInject(version = "[2,3)")
        PriceService pricesOfVersionTwo;

        final PriceService byParameter;
        final DynamicInvoker<Shop> shops;
        PriceService bySetter;

        @Autowired
        DynamicInvoker<PriceService> invoker;

        Desk(PriceService byParameter, DynamicInvoker<Shop> shops) {
            this.byParameter = byParameter;
            this.shops = shops;
        }

        @DynamicInject(pattern = "^drf-hz.*$", type = dev.berth.api.spi.PatternType.REG)
        public void setBySetter(PriceService bySetter) {
            this.bySetter = bySetter;
        }

        String maker() throws UnknownArticleException {
            return prices.price("tea").maker();
        }

        String shop(String how, String argument) throws Exception {
            return shops.getService().ask(how, argument);
        }
    }
}
