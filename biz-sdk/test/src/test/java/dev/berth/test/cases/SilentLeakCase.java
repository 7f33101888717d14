package dev.berth.test.cases;

import dev.berth.test.AssertNoLeakedLoaders;
import dev.berth.test.BizTest;
import dev.berth.test.sample.SilentLeakApplication;
import org.junit.jupiter.api.Test;

@BizTest(application = SilentLeakApplication.class, name = "silent", settings = "berth.leak.verify-within=2s")
@AssertNoLeakedLoaders
public class SilentLeakCase {

    @Test
    void nothing() {
        // Its module is what leaks
    }
}
