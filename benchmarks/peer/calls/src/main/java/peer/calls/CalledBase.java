package peer.calls;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import peer.facade.Prices;

/** A base of the peer with one bean, which does what that of Berth's benchmark does. */
@SpringBootApplication(proxyBeanMethods = false)
public class CalledBase {

    private static volatile ConfigurableApplicationContext context;

    /** Starts; SOFAArk looks for a method of this name on the stack. */
    public static void main(String[] args) {
        context = SpringApplication.run(CalledBase.class, args);
    }

    /** Returns what {@link #main} has started. */
    static ConfigurableApplicationContext context() {
        return context;
    }

    @Bean
    Prices direct() {
        return new Direct();
    }

    /** A class of the base, called without anything between. */
    static final class Direct implements Prices {

        @Override
        public long price(long article) {
            return article + 1;
        }
    }
}
