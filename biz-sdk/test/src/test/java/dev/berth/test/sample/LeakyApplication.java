package dev.berth.test.sample;

import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts a thread that nothing ends but the test. */
@SpringBootApplication
public class LeakyApplication {

    public static final String RELEASE = "berth-test.release";

    public static void main(String[] arguments) {
        SpringApplication.run(LeakyApplication.class, arguments);
        Thread poller = new Thread(LeakyApplication::poll, "leaky-poller");
        poller.setDaemon(true);
        poller.start();
    }

    private static void poll() {
        while (!Boolean.getBoolean(RELEASE)) {
            LockSupport.parkNanos(10_000_000);
            Thread.interrupted();
        }
    }
}
