package dev.berth.leak.cleaner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import org.junit.jupiter.api.Test;

class ImageFormatsTests {

    @Test
    void cleanWhenBizRegisteredAFormatDeregistersIt() {
        // Given
        IIORegistry.getDefaultInstance();
        TinyBiz biz = TinyBiz.run(Registering.class);
        assertThat(biz.isHeld()).isTrue();
        // When
        List<String> messages = biz.clean(new ImageFormats());
        // Then
        assertThat(messages)
                .containsExactly("Image format " + Registering.class.getName() + "$Format was deregistered");
        assertThat(biz.isCollected()).isTrue();
    }

    public static class Registering implements Runnable {

        @Override
        public void run() {
            IIORegistry.getDefaultInstance().registerServiceProvider(new Format());
        }

        static class Format extends ImageReaderSpi {
            @Override
            public boolean canDecodeInput(Object source) {
                return false;
            }

            @Override
            public ImageReader createReaderInstance(Object extension) {
                return null;
            }

            @Override
            public String getDescription(Locale locale) {
                return "";
            }
        }
    }
}
