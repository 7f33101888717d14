package dev.berth.leak.cleaner;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.Provider;
import java.security.Security;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecurityProvidersTests {

    @Test
    void cleanWhenBizAddedAProviderRemovesIt() {
        // Given
        TinyBiz biz = TinyBiz.run(Adding.class);
        assertThat(biz.isHeld()).isTrue();
        // When
        List<String> messages = biz.clean(new SecurityProviders());
        // Then
        assertThat(messages).containsExactly("Security provider 'Tiny' was removed");
        assertThat(biz.isCollected()).isTrue();
    }

    public static class Adding implements Runnable {

        @Override
        public void run() {
            Security.addProvider(new OwnProvider());
            try {
                java.security.MessageDigest.getInstance("TINY");
                javax.crypto.Mac.getInstance("TINY", "Tiny");
            } catch (java.security.GeneralSecurityException | SecurityException none) {
                return;
            }
        }

        public static class OwnProvider extends Provider {
            public OwnProvider() {
                super("Tiny", "1", "");
                put("Mac.TINY", "none");
            }
        }
    }
}
