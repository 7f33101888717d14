package dev.berth.test.cases;

import dev.berth.test.BizTest;
import org.junit.jupiter.api.Test;

@BizTest(jar = "target/no-such.jar")
public class MissingJarCase {

    @Test
    void nothing() {
        throw new AssertionError("There is no module to test");
    }
}
