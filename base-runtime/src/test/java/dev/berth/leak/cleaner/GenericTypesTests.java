package dev.berth.leak.cleaner;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.CachedIntrospectionResults;
import org.springframework.core.ResolvableType;
import org.springframework.data.core.TypeInformation;
import org.springframework.util.ReflectionUtils;
import org.springframework.util.StopWatch;

/** What one biz works out about generic types must not reach another one, or the base, which run on. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GenericTypesTests {

    /** Nothing is kept apart yet in this JVM. */
    @Test
    @Order(1)
    void startWhenTypesOfAnotherBizAreFoundHoldsItBeyondItsEnd() {
        // Given
        GenericTypes.forget();
        TinyBiz biz = TinyBiz.run(Asking.class);
        List<Object> running = Asking.types(GenericTypesTests.class);
        // When
        biz.clean(new BeanInfos(), new SpringCaches());
        // Then
        assertThat(biz.isHeld()).isTrue();
        Reference.reachabilityFence(running);
    }

    @Test
    @Order(2)
    void startWhenAnotherBizHasAskedHoldsNone() {
        // Given
        GenericTypes.keepApart();
        TinyBiz biz = TinyBiz.run(Asking.class);
        List<Object> running = Asking.types(GenericTypesTests.class);
        // When
        biz.clean(new BeanInfos(), new SpringCaches());
        // Then
        assertThat(biz.isCollected()).isTrue();
        Reference.reachabilityFence(running);
    }

    /** Spring keeps what it knows of a shared class for good. */
    @Test
    @Order(3)
    void bizThatAsksFirstForASharedClassIsNotHeldByWhatSpringKnowsOfThat() {
        // Given
        GenericTypes.keepApart();
        // When
        TinyBiz biz = TinyBiz.run(AskingForAShared.class);
        biz.clean(new BeanInfos());
        CachedIntrospectionResults.clearClassLoader(biz.closed().loader());
        ReflectionUtils.clearCache();
        GenericTypes.forget();
        // Then
        assertThat(biz.isCollected()).isTrue();
    }

    @Test
    @Order(4)
    void typesOfSharedClassesAreRememberedForAll() {
        // Given
        GenericTypes.keepApart();
        List<Object> first = Asking.types(GenericTypesTests.class);
        // When
        List<Object> second = Asking.types(GenericTypesTests.class);
        // Then
        assertThat(second.get(0)).isSameAs(first.get(0));
    }

    public static class Asking implements Runnable {

        @Override
        public void run() {
            types(Asking.class);
        }

        static List<Object> types(Class<?> owner) {
            try {
                List<Object> types = new ArrayList<>();
                types.add(TypeInformation.of(owner).getProperty("class"));
                types.add(ResolvableType.forMethodReturnType(Object.class.getMethod("getClass"), owner));
                return types;
            } catch (NoSuchMethodException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    public static class AskingForAShared implements Runnable {

        @Override
        public void run() {
            BeanUtils.getPropertyDescriptors(AskingForAShared.class);
            BeanUtils.getPropertyDescriptors(StopWatch.class);
        }
    }
}
