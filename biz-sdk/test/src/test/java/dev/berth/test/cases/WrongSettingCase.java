package dev.berth.test.cases;

import dev.berth.test.BizTest;
import dev.berth.test.sample.GreetingApplication;
import org.junit.jupiter.api.Test;

@BizTest(application = GreetingApplication.class, name = "greeting", settings = "berth.standby.maximum=0")
public class WrongSettingCase {

    @Test
    void nothing() {
        throw new AssertionError("The base did not start, so no test does");
    }
}
