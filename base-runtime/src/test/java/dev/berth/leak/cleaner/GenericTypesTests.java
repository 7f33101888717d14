package dev.berth.leak.cleaner;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.core.ResolvableType;
import org.springframework.data.core.TypeInformation;

/** What one biz works out about generic types must not reach another one, which runs on. */
class GenericTypesTests {

    @Test
    void startWhenTypesOfAnotherBizAreFoundHoldsItBeyondItsEnd() {
        // Given
        TinyBiz biz = TinyBiz.run(AskingAsTheNextDoes.class);
        List<Object> running = Asking.types(GenericTypesTests.class);
        // When
        biz.clean(new BeanInfos(), new SpringCaches());
        // Then
        assertThat(biz.isHeld()).isTrue();
        Reference.reachabilityFence(running);
    }

    @Test
    void startWhenAnotherBizAskedInTheSameMomentHoldsNone() {
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

    @Test
    void typesWhenTheSameBizAsksAgainAreThoseThatItGot() {
        // Given
        GenericTypes.keepApart();
        List<Object> first = Asking.types(GenericTypesTests.class);
        // When
        List<Object> second = Asking.types(GenericTypesTests.class);
        // Then
        assertThat(second).zipSatisfy(first, (now, before) -> assertThat(now).isSameAs(before));
    }

    public static class Asking implements Runnable {

        @Override
        public void run() {
            types(Asking.class);
        }

        public static List<Object> types(Class<?> owner) {
            try {
                List<Object> types = new ArrayList<>();
                types.add(ResolvableType.forMethodReturnType(Object.class.getMethod("getClass"), owner)
                        .getType());
                types.add(TypeInformation.of(owner).getProperty("class"));
                return types;
            } catch (NoSuchMethodException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    /** Asks with the context loader that the next one has too, as if nothing kept them apart. */
    public static class AskingAsTheNextDoes implements Runnable {

        @Override
        public void run() {
            Thread.currentThread().setContextClassLoader(GenericTypes.class.getClassLoader());
            Asking.types(AskingAsTheNextDoes.class);
        }
    }
}
