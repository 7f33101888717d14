package dev.berth.test.cases;

import dev.berth.test.BizTest;
import dev.berth.test.TestBiz;
import dev.berth.test.sample.GreetingApplication;
import org.junit.jupiter.api.Test;

/** Has the name of a module that another class has too, in a base of its own. */
@BizTest(application = GreetingApplication.class, name = "greeting", settings = "berth.standby.max=0")
public class OtherSettingsCase {

    @Test
    void moduleIsServed(TestBiz biz) throws Exception {
        biz.url("/greeting").toURL().openStream().close();
    }
}
