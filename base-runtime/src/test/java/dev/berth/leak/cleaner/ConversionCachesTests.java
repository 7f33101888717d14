package dev.berth.leak.cleaner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.core.convert.support.DefaultConversionService;

class ConversionCachesTests {

    @Test
    void sweepWhenSharedServicesKnowTypesOfBizForgetsThem() {
        // Given a base that has bound settings of its own, as each does at its start
        Using.bind(String.class);
        TinyBiz biz = TinyBiz.run(Using.class);
        boolean held = biz.isHeld();
        // When
        if (held) {
            biz.clean(new BeanInfos(), new SpringCaches(), new RecordMethods());
        }
        boolean stillHeld = biz.isHeld();
        if (stillHeld) {
            biz.clean(new ConversionCaches());
        }
        // Then
        assertThat(stillHeld || !TinyBiz.softReferencesHold()).isTrue();
        assertThat(biz.isCollected()).isTrue();
    }

    public static class Using implements Runnable {

        @Override
        public void run() {
            DefaultConversionService.getSharedInstance().convert("tea", Article.class);
            ApplicationConversionService.getSharedInstance().convert("tea", Article.class);
            bind(Article.class);
        }

        static void bind(Class<?> type) {
            new Binder(new MapConfigurationPropertySource(Map.of("shop.article", "tea")))
                    .bind("shop.article", type)
                    .get();
        }

        public static class Article {

            final String name;

            public Article(String name) {
                this.name = name;
            }
        }
    }
}
