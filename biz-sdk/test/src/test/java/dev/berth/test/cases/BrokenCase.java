package dev.berth.test.cases;

import dev.berth.test.BizTest;
import dev.berth.test.sample.BrokenApplication;
import org.junit.jupiter.api.Test;

@BizTest(application = BrokenApplication.class, name = "broken")
public class BrokenCase {

    @Test
    void nothing() {
        throw new AssertionError("The module did not start, so no test does");
    }
}
