package dev.berth.admin;

import java.io.File;
import java.time.Duration;
import org.springframework.boot.autoconfigure.web.ErrorProperties;
import org.springframework.boot.autoconfigure.web.WebProperties;
import org.springframework.boot.tomcat.autoconfigure.TomcatServerProperties;
import org.springframework.boot.tomcat.autoconfigure.TomcatWebServerFactoryCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.error.ErrorPage;
import org.springframework.boot.web.server.Shutdown;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.util.unit.DataSize;

/**
 * Configures an embedded server for the admin API through Boot's own settings, none of which are the base's: small, on
 * one address, and without a trace in what Tomcat keeps for the whole JVM.
 */
final class EmbeddedServers {

    static final int MAX_THREADS = 16;

    private static final int SPARE_THREADS = 1;
    private static final int MAX_CONNECTIONS = 200;
    private static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(20);

    /** A client hears why its upload was refused only after it has sent it all. */
    private static final DataSize MAX_SWALLOW_SIZE = DataSize.ofGigabytes(1);

    private EmbeddedServers() {}

    static TomcatServletWebServerFactory factory(AdminSettings settings, ClassLoader loader, File folder) {
        TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(settings.port());
        factory.setAddress(settings.address());
        factory.setResourceLoader(new DefaultResourceLoader(loader));
        factory.setBaseDirectory(folder);
        factory.setDocumentRoot(folder);
        factory.getSettings().getJsp().setRegistered(false);
        factory.addErrorPages(new ErrorPage(ErrorBoundary.PAGE));
        factory.setShutdown(Shutdown.GRACEFUL);
        new TomcatWebServerFactoryCustomizer(
                        new StandardEnvironment(), serverProperties(), tomcatProperties(), webProperties())
                .customize(factory);
        // Disabling it is a switch of the whole JVM, and whether it is on is the base's decision
        factory.setDisableMBeanRegistry(false);
        return factory;
    }

    private static TomcatServerProperties tomcatProperties() {
        TomcatServerProperties properties = new TomcatServerProperties();
        properties.getThreads().setMax(MAX_THREADS);
        properties.getThreads().setMinSpare(SPARE_THREADS);
        properties.setMaxConnections(MAX_CONNECTIONS);
        properties.setConnectionTimeout(CONNECTION_TIMEOUT);
        properties.setMaxSwallowSize(MAX_SWALLOW_SIZE);
        return properties;
    }

    /** Headers that a proxy adds could make a caller look like another one, and the log name the wrong one. */
    private static ServerProperties serverProperties() {
        ServerProperties properties = new ServerProperties();
        properties.setForwardHeadersStrategy(ServerProperties.ForwardHeadersStrategy.NONE);
        return properties;
    }

    private static WebProperties webProperties() {
        WebProperties properties = new WebProperties();
        properties.getError().setIncludeStacktrace(ErrorProperties.IncludeAttribute.NEVER);
        return properties;
    }
}
