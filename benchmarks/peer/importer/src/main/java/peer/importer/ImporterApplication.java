package peer.importer;

import com.alipay.sofa.koupleless.common.api.AutowiredFromBase;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.stereotype.Component;
import peer.facade.Imported;
import peer.facade.Prices;

/** A biz of the peer whose one bean is given a bean of the base. */
@SpringBootApplication
public class ImporterApplication {

    /** Starts with the given arguments, as {@code java -jar} does. */
    public static void main(String[] args) {
        SpringApplication.run(ImporterApplication.class, args);
    }

    /** Leaves what it was given for the benchmark. */
    @Component
    static class Desk implements ApplicationRunner {

        @AutowiredFromBase(name = "direct")
        private Prices prices;

        @Override
        public void run(ApplicationArguments arguments) {
            Imported.leave(prices);
        }
    }
}
