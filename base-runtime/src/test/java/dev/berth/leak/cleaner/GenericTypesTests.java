package dev.berth.leak.cleaner;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.core.ResolvableType;
import org.springframework.data.core.TypeInformation;

/** What one biz works out about generic types must not reach the next one, which runs on. */
class GenericTypesTests {

    @Test
    void startWhenTypesOfAnotherBizAreRememberedHoldsItBeyondItsEnd() {
        // Given
        TinyBiz biz = TinyBiz.run(Asking.class);
        List<Object> running = Asking.types(GenericTypesTests.class);
        // When
        biz.clean(new BeanInfos(), new SpringCaches());
        // Then
        assertThat(biz.isHeld()).isTrue();
        Reference.reachabilityFence(running);
    }

    @Test
    void startWhenTypesOfOthersWereForgottenBeforeHoldsNone() {
        // Given
        TinyBiz biz = TinyBiz.run(Asking.class);
        // When
        GenericTypes.forget();
        List<Object> running = Asking.types(GenericTypesTests.class);
        biz.clean(new BeanInfos(), new SpringCaches());
        // Then
        assertThat(biz.isCollected()).isTrue();
        Reference.reachabilityFence(running);
    }

    public static class Asking implements Runnable {

        @Override
        public void run() {
            types(Asking.class);
        }

        static List<Object> types(Class<?> owner) {
            try {
                List<Object> types = new ArrayList<>();
                types.add(ResolvableType.forMethodReturnType(Object.class.getMethod("getClass"), owner));
                types.add(TypeInformation.of(owner).getProperty("class"));
                return types;
            } catch (NoSuchMethodException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }
}
