package dev.berth.leak.cleaner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.leak.FirstUse;
import jakarta.annotation.Priority;
import java.util.List;
import java.util.concurrent.locks.Lock;
import org.junit.jupiter.api.Test;
import org.springframework.aop.aspectj.AspectJExpressionPointcut;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.BeanWrapperImpl;
import org.springframework.context.index.CandidateComponentsIndex;
import org.springframework.context.index.CandidateComponentsIndexLoader;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.data.core.PropertyPath;
import org.springframework.data.core.TypeInformation;
import org.springframework.security.core.annotation.SecurityAnnotationScanners;
import org.springframework.util.ConcurrentLruCache;
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

    /** What Spring knows of a shared class it keeps hard, with whatever has come to be known by it. */
    @Test
    void sweepWhenBeanInfoOfASharedClassKnowsBizForgetsThat() {
        // Given
        TinyBiz biz = TinyBiz.run(MarkingShared.class);
        boolean held = biz.isHeld();
        // When
        biz.clean(new BeanInfos(), new SpringCaches());
        // Then
        assertThat(held).isTrue();
        assertThat(biz.isCollected()).isTrue();
    }

    @Test
    void sweepWhenScannersOfSpringSecurityKnowMethodsOfBizForgetsThem() {
        // Given
        TinyBiz biz = TinyBiz.run(UsingSecurity.class);
        boolean held = biz.isHeld();
        // When
        biz.clean(new BeanInfos(), new SpringCaches());
        // Then
        assertThat(held).isTrue();
        assertThat(biz.isCollected()).isTrue();
    }

    @Test
    void sweepWhenPointcutsMetMethodsOfBizForgetsThem() {
        // Given
        FirstUse.byTheBase();
        TinyBiz biz = TinyBiz.run(UsingPointcuts.class);
        boolean held = biz.isHeld();
        // When
        biz.clean(new BeanInfos(), new SpringCaches());
        // Then
        assertThat(held).isTrue();
        assertThat(biz.isCollected()).isTrue();
    }

    @Test
    void sweepWhenBizHasAnIndexOfComponentsForgetsItAndKeepsThatOfTheBase() {
        // Given
        ClassLoader base = getClass().getClassLoader();
        CandidateComponentsIndex ofTheBase = new CandidateComponentsIndex();
        CandidateComponentsIndexLoader.addIndex(base, ofTheBase);
        TinyBiz biz = TinyBiz.run(UsingAnIndex.class);
        boolean held = biz.isHeld();
        // When
        if (held) {
            biz.clean(new SpringCaches());
        }
        // Then
        assertThat(held || !TinyBiz.softReferencesHold()).isTrue();
        assertThat(biz.isCollected()).isTrue();
        assertThat(CandidateComponentsIndexLoader.loadIndex(base) == ofTheBase || !TinyBiz.softReferencesHold())
                .isTrue();
        CandidateComponentsIndexLoader.clearCache();
    }

    /** While another thread has the lock of its order, the newest entry waits for its place there. */
    @Test
    void clearWhenACacheOfTheNewestHasNotPutAnEntryInOrderForgetsItToo() throws Exception {
        // Given
        ConcurrentLruCache<String, String> cache = new ConcurrentLruCache<>(10, key -> key);
        Lock order = (Lock) Internals.value(cache, "evictionLock").orElseThrow();
        order.lock();
        Thread other = new Thread(() -> cache.get("newest"));
        other.start();
        other.join();
        order.unlock();
        // When
        SpringCaches.clear(cache);
        // Then
        assertThat(cache.size()).isZero();
    }

    public static class MarkingShared implements Runnable {

        @Override
        public void run() {
            BeanUtils.getPropertyDescriptor(Shared.class, "name").setValue("mark", this);
        }
    }

    /** A class of the base. */
    public static class Shared {

        public String getName() {
            return "shared";
        }
    }

    public static class UsingSecurity implements Runnable {

        @Order(1)
        @Override
        public void run() {
            try {
                SecurityAnnotationScanners.requireUnique(Order.class)
                        .scan(getClass().getMethod("run"), getClass());
                SecurityAnnotationScanners.requireUnique(List.of(Order.class, Priority.class))
                        .scan(getClass().getMethod("run"), getClass());
            } catch (NoSuchMethodException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    public static class UsingPointcuts implements Runnable {

        @Override
        public void run() {
            AspectJExpressionPointcut pointcut = new AspectJExpressionPointcut();
            pointcut.setExpression("execution(* run())");
            try {
                pointcut.matches(getClass().getMethod("run"), getClass());
            } catch (NoSuchMethodException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    public static class UsingAnIndex implements Runnable {

        @Override
        public void run() {
            CandidateComponentsIndexLoader.addIndex(getClass().getClassLoader(), new CandidateComponentsIndex());
        }
    }

    public static class UsingData implements Runnable {

        @Override
        public void run() {
            TypeInformation.of(Row.class).getProperty("name");
            TypeInformation.of(ResolvableType.forClass(Row.class));
            PropertyPath.from("name", Row.class);
        }

        public record Row(String name) {}
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
