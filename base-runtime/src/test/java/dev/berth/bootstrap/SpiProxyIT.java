package dev.berth.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.contracts.PriceService;
import dev.berth.testing.BizJar;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bean that others in its biz would get is what is called: its proxies and their advice too. */
class SpiProxyIT {

    private static final String SOURCE =
            """
            package com.example.advised;
            import dev.berth.api.spi.*;
            import dev.berth.contracts.*;
            import org.aopalliance.intercept.*;
            import org.springframework.aop.framework.ProxyFactory;
            import org.springframework.beans.factory.config.BeanPostProcessor;
            import org.springframework.boot.SpringApplication;
            import org.springframework.boot.SpringBootConfiguration;
            import org.springframework.context.annotation.*;
            @SpringBootConfiguration(proxyBeanMethods = false)
            @Import({Main.OnType.class})
            public class Main {
                public static void main(String[] args) {
                    SpringApplication.run(Main.class, args);
                }
                @Bean
                @SpiProvider(id = "on-method")
                PriceService prices() {
                    return new Prices();
                }
                @Bean
                static BeanPostProcessor advice() {
                    return new BeanPostProcessor() {
                        @Override
                        public Object postProcessAfterInitialization(Object bean, String name) {
                            if (!(bean instanceof PriceService)) {
                                return bean;
                            }
                            ProxyFactory factory = new ProxyFactory(bean);
                            factory.setProxyTargetClass(bean instanceof OnType);
                            factory.addAdvice((MethodInterceptor) call -> {
                                Object result = call.proceed();
                                return result instanceof Price price
                                        ? new Price("advised " + price.maker(), price.cents())
                                        : result;
                            });
                            return factory.getProxy(bean.getClass().getClassLoader());
                        }
                    };
                }
                static class Prices implements PriceService {
                    @Override
                    public Price price(String article) {
                        return new Price(getClass().getSimpleName(), 1);
                    }
                    @Override
                    public String contextLoader() {
                        return "";
                    }
                }
                @SpiProvider(id = "on-type")
                static class OnType extends Prices {}
            }
            """;

    @Test
    void beanThatIsAProxyIsCalledThroughIt(@TempDir Path directory) throws Exception {
        try (RunningBase base = SpiBase.start(directory.resolve("home"))) {
            // Given
            Path jar = BizJar.named("advised")
                    .starter("spring-boot-starter")
                    .compiledAgainst(SpiBiz.contracts())
                    .compiledAgainstBizApi()
                    .source(SOURCE)
                    .slim(directory);
            assertThat(base.install(jar).problem()).isEmpty();
            // When
            PriceService byMethod = SpiBase.desk(base).invoker.getService("on-method");
            PriceService byType = SpiBase.desk(base).invoker.getService("on-type");
            // Then
            assertThat(byMethod.price("tea").maker()).isEqualTo("advised Prices");
            assertThat(byType.price("tea").maker()).isEqualTo("advised OnType");
        }
    }
}
