package dev.berth.standalone;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;

/**
 * The application inside the exec jar.
 *
 * <p>It activates a web server only. What business modules usually need lies on its class path as classes; none of it is
 * configured here.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration(TomcatServletWebServerAutoConfiguration.class)
public class DefaultBase {

    /** Starts the default base; takes Spring Boot's options and those of docs/operations.md. */
    public static void main(String[] arguments) {
        SpringApplication application = new SpringApplication(DefaultBase.class);
        application.setDefaultProperties(Map.of(
                "spring.application.name", "base",
                "spring.main.banner-mode", "off",
                "server.shutdown", "graceful"));
        application.run(arguments);
    }
}
