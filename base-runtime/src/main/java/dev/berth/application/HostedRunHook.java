package dev.berth.application;

import dev.berth.lifecycle.BizStart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplicationHook;
import org.springframework.boot.SpringApplicationRunListener;
import org.springframework.boot.bootstrap.ConfigurableBootstrapContext;
import org.springframework.boot.support.EnvironmentPostProcessorApplicationListener;
import org.springframework.boot.support.EnvironmentPostProcessorsFactory;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Adapts every Spring application that a biz's main runs, and remembers their contexts.
 *
 * <p>Called on the thread that runs the main; the contexts may be read from any thread.
 */
final class HostedRunHook implements SpringApplicationHook {

    /** Listeners that would reach into what all applications of this JVM share. */
    private static final Set<String> UNWANTED = Set.of(
            "org.springframework.boot.context.logging.LoggingApplicationListener",
            "org.springframework.boot.autoconfigure.preinitialize.BackgroundPreinitializingApplicationListener");

    private final BizStart start;
    private final List<ConfigurableApplicationContext> contexts = new CopyOnWriteArrayList<>();
    private volatile Optional<StartAnalysis> analysis = Optional.empty();
    private volatile boolean givenUp;
    private volatile boolean failed;

    HostedRunHook(BizStart start) {
        this.start = start;
    }

    List<ConfigurableApplicationContext> contexts() {
        return List.copyOf(contexts);
    }

    /** Returns what Spring Boot's analyzers said while the failed context was still there. */
    Optional<StartAnalysis> analysis() {
        return analysis;
    }

    /** Lets no further application or context of the biz come up; a main that ignores its interrupt may try to. */
    void giveUp() {
        givenUp = true;
    }

    private void checkWanted() {
        if (givenUp) {
            throw new IllegalStateException("The start of this biz was given up");
        }
    }

    /** Tells whether a Spring application failed to start. */
    boolean failed() {
        return failed;
    }

    @Override
    public SpringApplicationRunListener getRunListener(SpringApplication application) {
        checkWanted();
        application.setRegisterShutdownHook(false);
        List<ApplicationListener<?>> listeners = new ArrayList<>();
        for (ApplicationListener<?> listener : application.getListeners()) {
            if (listener instanceof EnvironmentPostProcessorApplicationListener) {
                // Left to itself it asks the loader of Spring Boot, which is the base's
                listeners.add(EnvironmentPostProcessorApplicationListener.with(
                        EnvironmentPostProcessorsFactory.fromSpringFactories(start.classLoader())));
            } else if (!UNWANTED.contains(listener.getClass().getName())) {
                listeners.add(listener);
            }
        }
        application.setListeners(listeners);
        application.addListeners(new HostPropertiesListener(start.properties()));
        return new HostedRunListener();
    }

    private final class HostedRunListener implements SpringApplicationRunListener {

        @Override
        public void environmentPrepared(
                ConfigurableBootstrapContext bootstrapContext, ConfigurableEnvironment environment) {
            checkWanted();
            start.apply(environment);
        }

        @Override
        public void contextPrepared(ConfigurableApplicationContext context) {
            contexts.add(context);
            checkWanted();
            start.apply(context);
        }

        @Override
        public void contextLoaded(ConfigurableApplicationContext context) {
            // A close that came by now had no effect on a context that was not refreshed yet
            checkWanted();
            JacksonModules.register(context, start.classLoader());
            OwnAspects.let(context, start.classLoader());
        }

        @Override
        public void failed(@Nullable ConfigurableApplicationContext context, Throwable exception) {
            analysis = StartAnalysis.of(exception, start.classLoader(), context);
            failed = true;
            if (context != null) {
                contexts.remove(context);
            }
        }
    }
}
