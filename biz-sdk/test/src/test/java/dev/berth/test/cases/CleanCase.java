package dev.berth.test.cases;

import dev.berth.test.AssertNoLeakedLoaders;
import dev.berth.test.BizTest;
import dev.berth.test.TestBiz;
import dev.berth.test.sample.GreetingApplication;
import org.junit.jupiter.api.Test;

@BizTest(application = GreetingApplication.class, name = "greeting")
@AssertNoLeakedLoaders
public class CleanCase {

    @Test
    void moduleIsServed(TestBiz biz) throws Exception {
        biz.url("/greeting").toURL().openStream().close();
    }
}
