package dev.berth.lifecycle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Collects what participants want to happen while a biz starts.
 *
 * <p>Steps are added by one thread before the biz's main runs; properties may be added until its context is prepared.
 */
public final class BizStart {

    /** The name of the property source with the base's last word in a biz's environment. */
    public static final String PROPERTY_SOURCE = "berth";

    private final ClassLoader classLoader;
    private final Map<String, Object> properties = new ConcurrentHashMap<>();
    private final List<Consumer<ConfigurableEnvironment>> environmentSteps = new ArrayList<>();
    private final List<Consumer<ConfigurableApplicationContext>> contextSteps = new ArrayList<>();
    private final List<Function<Throwable, Optional<String>>> explanations = new ArrayList<>();

    /** Makes an empty collection for a biz with that loader. */
    public BizStart(ClassLoader classLoader) {
        this.classLoader = classLoader;
    }

    /** Returns the loader of the biz. */
    public ClassLoader classLoader() {
        return classLoader;
    }

    /** Sets a property that wins over every setting of the biz; also while the biz starts. */
    public void property(String key, Object value) {
        properties.put(key, value);
    }

    /** Looks at the biz's settings when all of them are known and no context exists yet. */
    public void onEnvironment(Consumer<ConfigurableEnvironment> step) {
        environmentSteps.add(step);
    }

    /** Adjusts the biz's context before its beans are defined. */
    public void onContext(Consumer<ConfigurableApplicationContext> step) {
        contextSteps.add(step);
    }

    /** Takes somebody who may know more about a failed start: a sentence fragment, capital first, without a full stop. */
    public void onFailure(Function<Throwable, Optional<String>> explanation) {
        explanations.add(explanation);
    }

    /** Returns what is known about a failed start beyond the failure itself. */
    public List<String> explain(Throwable failure) {
        return explanations.stream()
                .flatMap(explanation -> explanation.apply(failure).stream())
                .toList();
    }

    /** Returns the properties that win over every setting of the biz, as a view that follows later changes. */
    public Map<String, Object> properties() {
        return Collections.unmodifiableMap(properties);
    }

    /** Runs the steps for an environment. */
    public void apply(ConfigurableEnvironment environment) {
        environmentSteps.forEach(step -> step.accept(environment));
    }

    /** Runs the steps for a context. */
    public void apply(ConfigurableApplicationContext context) {
        contextSteps.forEach(step -> step.accept(context));
    }
}
