package dev.berth.testing;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** A real message broker in the test's JVM, without files or ports. */
public final class Broker implements AutoCloseable {

    private final EmbeddedActiveMQ server = new EmbeddedActiveMQ();
    private final String url;

    private Broker(String url) {
        this.url = url;
    }

    /**
     * Starts a broker.
     *
     * @param number its number in this JVM
     */
    public static Broker start(int number) {
        Broker broker = new Broker("vm://" + number);
        try {
            broker.server.setConfiguration(new ConfigurationImpl()
                    .setPersistenceEnabled(false)
                    .setSecurityEnabled(false)
                    .setJMXManagementEnabled(false)
                    .addAcceptorConfiguration("in-vm", broker.url));
            broker.server.start();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
        return broker;
    }

    /** Returns where clients in this JVM find it. */
    public String url() {
        return url;
    }

    /** Sends a text to a queue, which is made if missing. */
    public void send(String queue, String... texts) {
        try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(url);
                JMSContext context = ((ConnectionFactory) factory).createContext()) {
            for (String text : texts) {
                context.createProducer().send(context.createQueue(queue), text);
            }
        }
    }

    /** Returns how many messages a queue has that no consumer has confirmed. */
    public long left(String queue) {
        return server.getActiveMQServer().locateQueue(queue).getMessageCount();
    }

    /** Returns how many consumers a queue has. */
    public int consumers(String queue) {
        return server.getActiveMQServer().locateQueue(queue).getConsumerCount();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
