package dev.berth.leak.cleaner;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import javax.management.MBeanServerDelegate;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import org.junit.jupiter.api.Test;

public class NotificationListenersTests {

    @Test
    void cleanWhenBizListensToMemoryAndCollectorsRemovesItsListeners() {
        // Given
        int collectors = ManagementFactory.getGarbageCollectorMXBeans().size();
        TinyBiz biz = TinyBiz.run(ToTheJvm.class);
        assertThat(biz.isHeld()).isTrue();
        // When
        List<String> messages = biz.clean(new NotificationListeners());
        // Then
        assertThat(messages)
                .hasSize(collectors + 1)
                .contains("Notification listener " + ToTheJvm.class.getName()
                        + "$Listener at 'java.lang:type=Memory' was removed");
        assertThat(biz.isCollected()).isTrue();
    }

    @Test
    void cleanWhenBizListensToTheServerRemovesItsListener() {
        // Given
        TinyBiz biz = TinyBiz.run(ToTheServer.class);
        assertThat(biz.isHeld()).isTrue();
        // When
        List<String> messages = biz.clean(new NotificationListeners());
        // Then
        assertThat(messages)
                .containsExactly("Notification listener " + ToTheServer.class.getName()
                        + "$Listener at the MBean server was removed");
        assertThat(biz.isCollected()).isTrue();
    }

    public static class ToTheJvm implements Runnable {

        @Override
        public void run() {
            ((NotificationEmitter) ManagementFactory.getMemoryMXBean())
                    .addNotificationListener(new Listener(), null, null);
            ManagementFactory.getGarbageCollectorMXBeans()
                    .forEach(bean -> ((NotificationEmitter) bean).addNotificationListener(new Listener(), null, null));
        }

        static class Listener implements NotificationListener {
            @Override
            public void handleNotification(javax.management.Notification notification, Object handback) {}
        }
    }

    public static class ToTheServer implements Runnable {

        @Override
        public void run() {
            try {
                ManagementFactory.getPlatformMBeanServer()
                        .addNotificationListener(MBeanServerDelegate.DELEGATE_NAME, new Listener(), null, null);
            } catch (javax.management.InstanceNotFoundException failure) {
                throw new IllegalStateException(failure);
            }
        }

        static class Listener implements NotificationListener {
            @Override
            public void handleNotification(javax.management.Notification notification, Object handback) {}
        }
    }
}
