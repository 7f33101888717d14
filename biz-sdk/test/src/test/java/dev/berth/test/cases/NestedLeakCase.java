package dev.berth.test.cases;

import dev.berth.test.AssertNoLeakedLoaders;
import dev.berth.test.BizTest;
import dev.berth.test.sample.LeakyApplication;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@BizTest(application = LeakyApplication.class, name = "nested", settings = "berth.leak.verify-within=2s")
public class NestedLeakCase {

    @Nested
    @AssertNoLeakedLoaders
    class Inner {

        @Test
        void nothing() {
            // Its module is what leaks
        }
    }
}
