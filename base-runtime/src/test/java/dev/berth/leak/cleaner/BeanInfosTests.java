package dev.berth.leak.cleaner;

import static org.assertj.core.api.Assertions.assertThat;

import java.beans.IntrospectionException;
import java.beans.Introspector;
import org.junit.jupiter.api.Test;

class BeanInfosTests {

    @Test
    void sweepWhenTheIntrospectorKnowsClassesOfBizForgetsThem() {
        // Given
        TinyBiz biz = TinyBiz.run(Introspecting.class);
        if (TinyBiz.softReferencesHold()) {
            assertThat(biz.isHeld()).isTrue();
        }
        // When
        new BeanInfos().sweep(new ClosedBiz("tiny", getClass().getClassLoader(), null, java.util.Set.of()));
        // Then
        assertThat(biz.isCollected()).isTrue();
    }

    public static class Introspecting implements Runnable {

        @Override
        public void run() {
            try {
                Introspector.getBeanInfo(Bean.class);
            } catch (IntrospectionException failure) {
                throw new IllegalStateException(failure);
            }
        }

        public static class Bean {
            public String getName() {
                return "";
            }
        }
    }
}
