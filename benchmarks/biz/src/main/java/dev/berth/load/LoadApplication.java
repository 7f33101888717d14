package dev.berth.load;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Starts the biz under load. */
@SpringBootApplication
public class LoadApplication {

    /** Starts with the given arguments, as {@code java -jar} does. */
    public static void main(String[] args) {
        SpringApplication.run(LoadApplication.class, args);
    }

    /** Sends the events of every stream. */
    @Bean(destroyMethod = "shutdown")
    ScheduledExecutorService eventTimer() {
        return Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "load-events"));
    }
}
