package dev.berth.bootstrap;

import dev.berth.error.BerthException;
import dev.berth.launch.BaseStartException;
import dev.berth.launch.HostedRuntime;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;

/** The base as the launcher knows it: errors of the inside come out as one that the application's loader has. */
public final class LaunchedBase implements HostedRuntime {

    private final BaseRuntime runtime = new BaseRuntime();

    /** Is called by the launcher. */
    public LaunchedBase() {}

    @Override
    public void startContainer(ConfigurableEnvironment environment) {
        telling(() -> runtime.startContainer(environment));
    }

    @Override
    public void attach(ConfigurableApplicationContext context) {
        telling(() -> runtime.attach(context));
    }

    @Override
    public void startServing(ConfigurableApplicationContext context) {
        telling(() -> runtime.startServing(context));
    }

    @Override
    public void abandon() {
        runtime.abandon();
    }

    private static void telling(Runnable step) {
        try {
            step.run();
        } catch (BerthException failure) {
            throw new BaseStartException(
                    failure.code().name(), String.valueOf(failure.getMessage()), failure.remedy(), failure);
        }
    }
}
