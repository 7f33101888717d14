package dev.berth.leak.cleaner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.BeanWrapperImpl;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.data.core.PropertyPath;
import org.springframework.data.core.TypeInformation;
import org.springframework.util.ReflectionUtils;

class SpringCachesTests {

    @Test
    void sweepWhenSpringKnowsClassesOfBizForgetsThem() {
        // Given
        TinyBiz biz = TinyBiz.run(Using.class);
        boolean held = biz.isHeld();
        // When
        if (held) {
            biz.clean(new BeanInfos(), new SpringCaches());
        }
        // Then
        assertThat(held || !TinyBiz.softReferencesHold()).isTrue();
        assertThat(biz.isCollected()).isTrue();
    }

    /** Spring Data keeps the newest types hard, whatever happens to soft references. */
    @Test
    void sweepWhenSpringDataKnowsClassesOfBizForgetsThem() {
        // Given
        TinyBiz biz = TinyBiz.run(UsingData.class);
        boolean held = biz.isHeld();
        // When
        biz.clean(new BeanInfos(), new SpringCaches());
        // Then
        assertThat(held).isTrue();
        assertThat(biz.isCollected()).isTrue();
    }

    public static class UsingData implements Runnable {

        @Override
        public void run() {
            TypeInformation.of(Using.Bean.class).getProperty("name");
            TypeInformation.of(ResolvableType.forClass(Using.Bean.class));
            PropertyPath.from("name", Using.Bean.class);
        }
    }

    public static class Using implements Runnable {

        @Override
        public void run() {
            ResolvableType.forClass(Bean.class).getInterfaces();
            ReflectionUtils.getAllDeclaredMethods(Bean.class);
            AnnotationUtils.findAnnotation(Bean.class, Order.class);
            AnnotatedElementUtils.getMergedAnnotation(Bean.class, Order.class);
            SpringFactoriesLoader.forDefaultResourceLocation(Bean.class.getClassLoader())
                    .load(Runnable.class);
            BeanUtils.findEditorByConvention(Bean.class);
            new BeanWrapperImpl(new Bean()).setPropertyValue("name", "x");
        }

        @Order(1)
        public static class Bean implements Comparable<Bean> {

            String name;

            public String getName() {
                return name;
            }

            public void setName(String name) {
                this.name = name;
            }

            @Override
            public int compareTo(Bean other) {
                return 0;
            }
        }
    }
}
