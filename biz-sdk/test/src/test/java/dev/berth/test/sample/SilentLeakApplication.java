package dev.berth.test.sample;

import java.io.PrintWriter;
import java.io.Writer;
import java.sql.DriverManager;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Leaves an object where nobody looks for one. */
@SpringBootApplication
public class SilentLeakApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(SilentLeakApplication.class, arguments);
        DriverManager.setLogWriter(new Log());
    }

    /** What the JDK keeps. */
    static final class Log extends PrintWriter {

        Log() {
            super(Writer.nullWriter());
        }
    }
}
