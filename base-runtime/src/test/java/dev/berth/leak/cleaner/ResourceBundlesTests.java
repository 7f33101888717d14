package dev.berth.leak.cleaner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ListResourceBundle;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class ResourceBundlesTests {

    @Test
    void sweepWhenTheJdkHasBundlesOfBizForgetsThem() {
        // Given
        TinyBiz biz = TinyBiz.run(Loading.class);
        boolean held = biz.isHeld();
        // When
        if (held) {
            biz.clean(new ResourceBundles());
        }
        // Then
        assertThat(held || !TinyBiz.softReferencesHold()).isTrue();
        assertThat(biz.isCollected()).isTrue();
    }

    public static class Loading implements Runnable {

        @Override
        public void run() {
            ResourceBundle.getBundle(Texts.class.getName(), Locale.ROOT, Loading.class.getClassLoader());
        }

        public static class Texts extends ListResourceBundle {
            @Override
            protected Object[][] getContents() {
                return new Object[][] {{"key", "value"}};
            }
        }
    }
}
