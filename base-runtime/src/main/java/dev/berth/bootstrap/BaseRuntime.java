package dev.berth.bootstrap;

import dev.berth.beans.BaseExports;
import dev.berth.beans.BeanParticipant;
import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import dev.berth.launch.HostedRuntime;
import dev.berth.lifecycle.RevisionRegistry;
import dev.berth.spi.SpiParticipant;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.ClassUtils;

/**
 * The composition root: makes the parts of Berth and ties their lives to that of the base application.
 *
 * <p>The start runs in one thread, that of the application; the end may come from another, usually the shutdown hook.
 */
public final class BaseRuntime implements HostedRuntime {

    private final Clock clock = Clock.systemUTC();
    private final StartSteps steps = new StartSteps(clock);
    private final RevisionRegistry registry = new RevisionRegistry();
    private final SpiParticipant spis = new SpiParticipant(registry, HostedRuntime.class.getClassLoader());
    private @Nullable HostContainer host;
    private @Nullable ServingBase serving;

    /** Makes the parts' maker; nothing has started yet. */
    public BaseRuntime() {}

    @Override
    public synchronized void startContainer(ConfigurableEnvironment environment) {
        checkServer();
        host = HostContainer.start(environment);
        steps.reached("container");
    }

    /** Without its classes, those of Berth that speak to Tomcat could not even be linked. */
    private static void checkServer() {
        ClassLoader application = HostedRuntime.class.getClassLoader();
        if (!ClassUtils.isPresent("org.springframework.boot.tomcat.TomcatWebServer", application)) {
            throw new BerthException(
                    ErrorCode.BASE_UNSUPPORTED,
                    "The base application has no embedded Tomcat",
                    "Put spring-boot-starter-tomcat on its class path in the place of any other server; business modules"
                            + " are served by it.");
        }
    }

    @Override
    public void attach(ConfigurableApplicationContext context) {
        BeanParticipant.attach(context, spis::valueFor);
        SpiParticipant.attach(context);
        context.addApplicationListener(new EndOfBase(context));
    }

    @Override
    public synchronized void startServing(ConfigurableApplicationContext context) {
        HostContainer started = host;
        if (started == null) {
            throw new IllegalStateException("The container has not started");
        }
        steps.reached("base");
        WebServer server = webServer(context);
        spis.serve(
                context,
                context.getEnvironment().getProperty("server.address", "localhost"),
                server.getPort(),
                started.plugins().loaders());
        BaseExports exports =
                BaseExports.of(context, started.properties().export().beans());
        Offers offers = new Offers(registry, spis, exports, new BaseMappers(context.getBeanFactory()));
        serving = new ServingBase(started, server, offers, steps, clock);
    }

    private static WebServer webServer(ConfigurableApplicationContext context) {
        WebServer server = context instanceof WebServerApplicationContext webContext ? webContext.getWebServer() : null;
        if (server == null) {
            throw new BerthException(
                    ErrorCode.BASE_UNSUPPORTED,
                    "The base application has no web server of its own",
                    "Start it as a servlet application with an embedded Tomcat, not as a war in another server.");
        }
        return server;
    }

    /** Returns what serves, unless the base has not started. */
    synchronized Optional<ServingBase> serving() {
        return Optional.ofNullable(serving);
    }

    @Override
    public synchronized void abandon() {
        ServingBase current = serving;
        serving = null;
        if (current != null) {
            current.close();
        }
        HostContainer started = host;
        host = null;
        if (started != null) {
            started.close();
        }
    }

    /** Takes everything down before the base's own beans and server stop. */
    private final class EndOfBase implements ApplicationListener<ContextClosedEvent>, Ordered {

        private final ConfigurableApplicationContext base;

        private EndOfBase(ConfigurableApplicationContext base) {
            this.base = base;
        }

        @Override
        public int getOrder() {
            return Ordered.HIGHEST_PRECEDENCE;
        }

        @Override
        public void onApplicationEvent(ContextClosedEvent event) {
            if (event.getApplicationContext() == base) {
                abandon();
            }
        }
    }
}
