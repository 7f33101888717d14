package dev.berth.bootstrap;

import dev.berth.contracts.PriceService;
import dev.berth.testing.BizJar;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Biz that provide and consume the SPIs of {@link dev.berth.contracts}, in their own loaders. */
final class SpiBiz {

    private static final String PROVIDER =
            """
            package com.example.site;
            import dev.berth.api.*;
            import dev.berth.api.spi.*;
            import dev.berth.contracts.*;
            import org.springframework.boot.SpringApplication;
            import org.springframework.boot.SpringBootConfiguration;
            import org.springframework.context.annotation.Bean;
            @SpringBootConfiguration(proxyBeanMethods = false)
            public class Site {
                public static void main(String[] args) {
                    SpringApplication application = new SpringApplication(Site.class);
                    application.setLogStartupInfo(false);
                    application.run(args);
                }
                @Bean
                @SpiProvider(%s)
                PriceService prices() {
                    return new Prices();
                }
                static class Prices implements PriceService, AutoCloseable {
                    private volatile boolean closed;
                    @Override
                    public Price price(String article) throws UnknownArticleException {
                        if (closed) {
                            throw new IllegalStateException("A stale bean was called");
                        }
                        if (article.equals("unknown")) {
                            throw new UnknownArticleException(article);
                        }
                        if (article.equals("slow")) {
                            pause();
                        }
                        BizIdentity biz = ((BizScope) Prices.class.getClassLoader()).bizIdentity();
                        return new Price(biz.name() + ":" + biz.version(), closed ? -1 : article.length());
                    }
                    private static void pause() {
                        try {
                            Thread.sleep(400);
                        } catch (InterruptedException brokenOff) {
                            throw new IllegalStateException("Broken off");
                        }
                    }
                    @Override
                    public String contextLoader() {
                        return String.valueOf(Thread.currentThread().getContextClassLoader());
                    }
                    @Override
                    public void close() {
                        closed = true;
                    }
                }
            }
            """;

    private static final String POLICY =
            """
            package com.example.policy;
            import dev.berth.api.spi.*;
            import java.util.Optional;
            public class Main {
                public static void main(String[] args) {}
                public static class Second implements RoutingPolicy {
                    @Override
                    public Optional<ProviderInfo> choose(RoutingRequest request) {
                        return request.providers().stream().filter(info -> info.id().equals("%s")).findFirst();
                    }
                }
            }
            """;

    private static final String SERVICE =
            """
            package com.example.plain;
            import dev.berth.api.spi.*;
            import dev.berth.contracts.*;
            public class Main {
                public static void main(String[] args) {}
                @SpiProvider(id = "plain", rule = "{\\"wareHouseId\\":\\"3001\\"}")
                public static class Prices implements PriceService {
                    @Override
                    public Price price(String article) {
                        return new Price("plain without Spring", 1);
                    }
                    @Override
                    public String contextLoader() {
                        return String.valueOf(Thread.currentThread().getContextClassLoader());
                    }
                }
            }
            """;

    private SpiBiz() {}

    /** Writes a provider of prices; the attributes are those of its annotation. */
    static Path provider(Path directory, String name, String version, String attributes) {
        return once(directory, name, version, PROVIDER.formatted(attributes));
    }

    /** Writes a biz with neither Spring nor a web part, whose provider is named in META-INF/services. */
    static Path withoutSpring(Path directory, String name) {
        return BizJar.named(name)
                .compiledAgainst(contracts())
                .compiledAgainstBizApi()
                .resource("META-INF/services/" + PriceService.class.getName(), "com.example.plain.Main$Prices")
                .source(SERVICE)
                .slim(directory);
    }

    /** Writes a biz from one source; written twice, a jar has another digest. */
    static Path once(Path directory, String name, String version, String source) {
        Path written = directory.resolve(name + "-" + version + "-biz.jar");
        return Files.exists(written)
                ? written
                : of(name, version).source(source).slim(directory);
    }

    /** Makes a biz that brings a routing policy, which chooses the provider with an id. */
    static Path policy(Path directory, String version, String id) {
        Path written = directory.resolve("policy-" + version + "-biz.jar");
        return Files.exists(written)
                ? written
                : BizJar.named("policy")
                        .version(version)
                        .compiledAgainstBizApi()
                        .resource("META-INF/services/dev.berth.api.spi.RoutingPolicy", "com.example.policy.Main$Second")
                        .source(POLICY.formatted(id))
                        .slim(directory);
    }

    static BizJar of(String name, String version) {
        return BizJar.named(name)
                .version(version)
                .starter("spring-boot-starter")
                .compiledAgainst(contracts())
                .compiledAgainstBizApi();
    }

    static Path contracts() {
        try {
            return Path.of(PriceService.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
