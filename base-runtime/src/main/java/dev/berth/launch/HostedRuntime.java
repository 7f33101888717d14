package dev.berth.launch;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * What the inside of Berth does at each step of a base's start.
 *
 * <p>The interface is defined by the base application's loader, its implementation by Berth's own. The methods are called
 * in this order, by the thread that starts the application; what they throw fails the start.
 */
public interface HostedRuntime {

    /** Is called when the settings of the base are known and no bean of it exists: the container starts. */
    void startContainer(ConfigurableEnvironment environment);

    /** Is called when the context of the base exists and is not refreshed yet. */
    void attach(ConfigurableApplicationContext context);

    /** Is called when the base has started: the admin port opens and business modules come up. */
    void startServing(ConfigurableApplicationContext context);

    /** Is called when the base failed to start, at any step: everything is given back. */
    void abandon();
}
