package dev.berth.launch;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplicationRunListener;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.bootstrap.ConfigurableBootstrapContext;
import org.springframework.boot.context.properties.bind.BindResult;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Makes a servlet application a base while it starts.
 *
 * <p>Spring Boot finds it by {@code META-INF/spring.factories}. A JVM has one base at a time: the first servlet
 * application that runs; others, such as a bootstrap context without a web server, start as if Berth were not there.
 * A reactive application fails to start, since it can't do what base-runtime is on its class path for.
 * {@code berth.enabled=false} turns it off.
 */
public final class BaseRunListener implements SpringApplicationRunListener, Ordered {

    private static final AtomicBoolean baseStarted = new AtomicBoolean();

    private final SpringApplication application;
    private @Nullable HostedRuntime runtime;

    /** Is called by Spring Boot, which gives the application that starts and its arguments. */
    public BaseRunListener(SpringApplication application, String[] arguments) {
        this.application = application;
    }

    /** Returns the last place: logging is set up when the others have been told. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void environmentPrepared(
            ConfigurableBootstrapContext bootstrapContext, ConfigurableEnvironment environment) {
        WebApplicationType type = type(environment);
        boolean wanted =
                type != WebApplicationType.NONE && environment.getProperty("berth.enabled", Boolean.class, true);
        if (wanted && baseStarted.compareAndSet(false, true)) {
            boolean started = false;
            try {
                checkServlet(type);
                HostedRuntime made = IsolatedRuntime.load(environment, application.getClassLoader());
                runtime = made;
                made.startContainer(environment);
                started = true;
            } finally {
                if (!started) {
                    release();
                    baseStarted.set(false);
                }
            }
        }
    }

    /** Spring Boot applies this setting a moment later than it calls here. */
    private WebApplicationType type(ConfigurableEnvironment environment) {
        BindResult<WebApplicationType> set =
                Binder.get(environment).bind("spring.main.web-application-type", WebApplicationType.class);
        WebApplicationType deduced = application.getWebApplicationType();
        if (set.isBound()) {
            return set.get();
        }
        return deduced == null ? WebApplicationType.NONE : deduced;
    }

    private static void checkServlet(WebApplicationType type) {
        if (type != WebApplicationType.SERVLET) {
            throw new BaseStartException(
                    "BASE_UNSUPPORTED",
                    "The application is reactive and can't be a base",
                    "Use spring-boot-starter-webmvc in the place of spring-boot-starter-webflux, or set"
                            + " berth.enabled=false.");
        }
    }

    @Override
    public void contextPrepared(ConfigurableApplicationContext context) {
        HostedRuntime current = runtime;
        if (current != null) {
            current.attach(context);
            context.addApplicationListener(new EndOfBase(context));
        }
    }

    @Override
    public void started(ConfigurableApplicationContext context, @Nullable Duration timeTaken) {
        HostedRuntime current = runtime;
        if (current != null) {
            current.startServing(context);
        }
    }

    @Override
    public void failed(@Nullable ConfigurableApplicationContext context, Throwable exception) {
        release();
    }

    private void release() {
        HostedRuntime current = runtime;
        runtime = null;
        if (current != null) {
            current.abandon();
            baseStarted.set(false);
        }
    }

    /** Lets the next application of this JVM be a base, when this one has closed. */
    private static final class EndOfBase implements ApplicationListener<ContextClosedEvent>, Ordered {

        private final ConfigurableApplicationContext base;

        private EndOfBase(ConfigurableApplicationContext base) {
            this.base = base;
        }

        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE;
        }

        @Override
        public void onApplicationEvent(ContextClosedEvent event) {
            if (event.getApplicationContext() == base) {
                baseStarted.set(false);
            }
        }
    }
}
