package peer.base;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The peer's base: a web application with the peer's starters and nothing of its own. */
@SpringBootApplication
public class BaseApplication {

    /** Starts with the given arguments, as {@code java -jar} does. */
    public static void main(String[] args) {
        SpringApplication.run(BaseApplication.class, args);
    }
}
