package dev.berth.leak.cleaner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import javax.management.StandardMBean;
import org.junit.jupiter.api.Test;

class ManagementBeansTests {

    @Test
    void cleanWhenBizRegisteredBeansUnregistersThem() {
        // Given
        TinyBiz biz = TinyBiz.run(Registering.class);
        assertThat(biz.isHeld()).isTrue();
        // When
        List<String> messages = biz.clean(new ManagementBeans());
        // Then
        assertThat(messages)
                .containsExactlyInAnyOrder(
                        "MBean 'tiny:type=Plain' was unregistered", "MBean 'tiny:type=Wrapped' was unregistered");
        assertThat(biz.isCollected()).isTrue();
    }

    @Test
    void cleanWhenBizRegisteredABeanElsewhereUnregistersIt() {
        // Given
        MBeanServer other = MBeanServerFactory.createMBeanServer("other");
        Base.slot = other;
        TinyBiz biz = TinyBiz.run(Elsewhere.class);
        assertThat(biz.isHeld()).isTrue();
        // When
        List<String> messages = biz.clean(new ManagementBeans());
        // Then
        assertThat(messages).containsExactly("MBean 'tiny:type=Elsewhere' was unregistered");
        assertThat(biz.isCollected()).isTrue();
        MBeanServerFactory.releaseMBeanServer(other);
        Base.slot = null;
    }

    @Test
    void findWhenBizListensToABeanOfTheJvmLeavesTheBean() {
        // Given
        TinyBiz biz = TinyBiz.run(NotificationListenersTests.ToTheJvm.class);
        // When
        List<Leftover> leftovers = new ManagementBeans().find(biz.closed());
        // Then
        assertThat(leftovers).isEmpty();
        biz.clean(new NotificationListeners());
        assertThat(biz.isCollected()).isTrue();
    }

    @Test
    void findWhileOthersRegisterAndUnregisterLooksAtAll() throws Exception {
        // Given
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        TinyBiz biz = TinyBiz.run(Registering.class);
        AtomicBoolean over = new AtomicBoolean();
        Thread others = new Thread(() -> {
            for (int round = 0; !over.get(); round++) {
                change(server, round % 500);
            }
        });
        others.start();
        // When
        Throwable failure = catchThrowable(() -> {
            for (int round = 0; round < 300; round++) {
                new ManagementBeans().find(biz.closed());
            }
        });
        // Then
        over.set(true);
        others.join();
        for (ObjectName each : server.queryNames(new ObjectName("others:*"), null)) {
            server.unregisterMBean(each);
        }
        biz.clean(new ManagementBeans());
        assertThat(failure).isNull();
        assertThat(biz.isCollected()).isTrue();
    }

    private static void change(MBeanServer server, int number) {
        try {
            ObjectName name = new ObjectName("others:type=Other,number=" + number);
            if (server.isRegistered(name)) {
                server.unregisterMBean(name);
            } else {
                server.registerMBean(new StandardMBean(() -> {}, Runnable.class), name);
            }
        } catch (javax.management.JMException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public static class Registering implements Runnable {

        @Override
        public void run() {
            try {
                MBeanServer server = ManagementFactory.getPlatformMBeanServer();
                server.registerMBean(new Plain(), new ObjectName("tiny:type=Plain"));
                server.registerMBean(
                        new StandardMBean(new Plain(), PlainMBean.class), new ObjectName("tiny:type=Wrapped"));
            } catch (javax.management.JMException failure) {
                throw new IllegalStateException(failure);
            }
        }

        public interface PlainMBean {}

        public static class Plain implements PlainMBean {}
    }

    public static class Elsewhere implements Runnable {

        @Override
        public void run() {
            try {
                ((MBeanServer) Base.slot).registerMBean(new Plain(), new ObjectName("tiny:type=Elsewhere"));
            } catch (javax.management.JMException failure) {
                throw new IllegalStateException(failure);
            }
        }

        public interface PlainMBean {}

        public static class Plain implements PlainMBean {}
    }
}
