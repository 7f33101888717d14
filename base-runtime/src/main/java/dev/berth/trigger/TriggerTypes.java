package dev.berth.trigger;

import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.context.Lifecycle;

/**
 * The types of beans that make a biz do something when a message or a time comes; known by name, since neither the base
 * nor a biz need have them.
 */
final class TriggerTypes {

    /** Start every container that they hold once the context is refreshed, also one that shall stay off. */
    private static final Set<String> REGISTRIES = Set.of(
            "org.springframework.jms.config.JmsListenerEndpointRegistry",
            "org.springframework.amqp.rabbit.listener.RabbitListenerEndpointRegistry",
            "org.springframework.kafka.config.KafkaListenerEndpointRegistry",
            "org.springframework.pulsar.config.GenericListenerEndpointRegistry");

    private static final Set<String> OTHERS = Set.of(
            "org.springframework.jms.listener.MessageListenerContainer",
            "org.springframework.amqp.core.MessageListenerContainer",
            "org.springframework.amqp.rabbit.listener.MessageListenerContainer",
            "org.springframework.kafka.listener.MessageListenerContainer",
            "org.springframework.kafka.config.StreamsBuilderFactoryBean",
            "org.springframework.pulsar.listener.PulsarMessageListenerContainer",
            "org.springframework.pulsar.reader.PulsarMessageReaderContainer",
            "org.springframework.pulsar.reactive.listener.ReactivePulsarMessageListenerContainer",
            "org.springframework.data.redis.config.RedisListenerEndpointRegistry",
            "org.springframework.data.redis.listener.RedisMessageListenerContainer",
            "org.springframework.data.redis.stream.StreamMessageListenerContainer",
            "org.springframework.scheduling.quartz.SchedulerFactoryBean",
            "org.springframework.integration.endpoint.SourcePollingChannelAdapter",
            "org.springframework.integration.endpoint.MessageProducerSupport",
            "org.springframework.integration.jms.inbound.JmsInboundGateway",
            "org.springframework.integration.amqp.inbound.AmqpInboundGateway",
            "org.springframework.integration.kafka.inbound.KafkaInboundGateway",
            "org.springframework.cloud.stream.binding.InputBindingLifecycle");

    /** Keep messages that they have fetched, and their connection, when they are stopped; a standby must give them back. */
    private static final Set<String> KEEPING = Set.of("org.springframework.jms.listener.AbstractJmsListeningContainer");

    /** Handle messages, or run jobs, on their threads; a nested class alone where the rest of the container waits. */
    private static final Set<String> WORKERS = Set.of(
            "org.springframework.jms.listener.DefaultMessageListenerContainer$AsyncMessageListenerInvoker",
            "org.springframework.jms.listener.SimpleMessageListenerContainer",
            "org.springframework.amqp.rabbit.listener.SimpleMessageListenerContainer$AsyncMessageProcessingConsumer",
            "org.springframework.amqp.rabbit.listener.DirectMessageListenerContainer$SimpleConsumer",
            "org.springframework.kafka.listener.KafkaMessageListenerContainer$ListenerConsumer",
            "org.springframework.pulsar.listener.DefaultPulsarMessageListenerContainer$Listener",
            "org.springframework.data.redis.listener.RedisMessageListenerContainer",
            "org.springframework.data.redis.stream.StreamPollTask",
            "org.quartz.core.JobRunShell");

    /** Say that they have stopped while what they have begun goes on. */
    private static final Set<String> LEAVING = Set.of(
            "org.springframework.scheduling.quartz.SchedulerFactoryBean",
            "org.springframework.data.redis.listener.RedisMessageListenerContainer",
            "org.springframework.data.redis.stream.StreamMessageListenerContainer",
            "org.springframework.pulsar.listener.PulsarMessageListenerContainer");

    /** Break off by themselves what is not done in a time of their own, which is shorter than that of a drain. */
    private static final Set<String> HASTY =
            Set.of("org.springframework.amqp.rabbit.listener.AbstractMessageListenerContainer");

    private static final long PATIENCE_MILLIS = Duration.ofDays(1).toMillis();

    private TriggerTypes() {}

    /** Returns the classes that a thread has on its stack while it works for a bean of that type. */
    static Set<String> workers(Class<?> type) {
        if (contain(type)) {
            return WORKERS;
        }
        Set<String> own = new HashSet<>();
        for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
            own.add(each.getName());
        }
        return own;
    }

    /** Tells whether work that a bean has begun may go on when it says that it has stopped. */
    static boolean leavesWork(Lifecycle stopped) {
        return isOneOf(stopped.getClass(), LEAVING);
    }

    /** Leaves it to the drain how long a container may take to stop. */
    static void patient(Lifecycle stopping) {
        if (isOneOf(stopping.getClass(), HASTY)) {
            call(stopping, "setShutdownTimeout", PATIENCE_MILLIS);
        }
    }

    static boolean contain(Class<?> type) {
        return isOneOf(type, REGISTRIES) || isOneOf(type, OTHERS);
    }

    /** Returns the containers of a registry; of any other bean the bean itself. */
    static List<Lifecycle> containers(Lifecycle bean) {
        if (isOneOf(bean.getClass(), REGISTRIES) && call(bean, "getListenerContainers") instanceof Collection<?> all) {
            return all.stream()
                    .filter(Lifecycle.class::isInstance)
                    .map(Lifecycle.class::cast)
                    .toList();
        }
        return List.of(bean);
    }

    /** Lets a container that has stopped give back what it keeps; it has to be made {@link #ready} before a start. */
    static boolean giveBack(Lifecycle stopped) {
        boolean keeps = isOneOf(stopped.getClass(), KEEPING);
        if (keeps) {
            call(stopped, "shutdown");
        }
        return keeps;
    }

    static void ready(Lifecycle gaveBack) {
        call(gaveBack, "initialize");
    }

    private static boolean isOneOf(Class<?> type, Set<String> names) {
        if (names.contains(type.getName())) {
            return true;
        }
        Class<?> parent = type.getSuperclass();
        if (parent != null && isOneOf(parent, names)) {
            return true;
        }
        for (Class<?> each : type.getInterfaces()) {
            if (isOneOf(each, names)) {
                return true;
            }
        }
        return false;
    }

    private static Object call(Object bean, String method, Long... arguments) {
        try {
            Class<?>[] types = new Class<?>[arguments.length];
            Arrays.fill(types, long.class);
            Object result = bean.getClass().getMethod(method, types).invoke(bean, (Object[]) arguments);
            return result == null ? method : result;
        } catch (InvocationTargetException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("'" + method + "' of a trigger failed", failure.getCause());
        } catch (ReflectiveOperationException changed) {
            throw new IllegalStateException("A trigger has no usable '" + method + "'", changed);
        }
    }
}
