package dev.berth.leak.cleaner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.Serializable;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.rmi.Remote;
import java.rmi.RemoteException;
import java.rmi.server.RMIClientSocketFactory;
import java.rmi.server.RMIServerSocketFactory;
import java.rmi.server.UnicastRemoteObject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class RemoteObjectsTests {

    @Test
    void cleanWhenBizExportedAnObjectUnexportsIt() {
        // Given
        TinyBiz biz = TinyBiz.run(Exporting.class);
        assertThat(biz.isHeld()).isTrue();
        // When
        List<String> messages =
                biz.clean(new RemoteObjects(), new RemoteMethods(), new InheritedRights(), new ContextLoaders());
        // Then
        assertThat(messages).contains("Remote object of " + Exporting.class.getName() + "$Service was unexported");
        assertThat(biz.isCollected()).isTrue();
    }

    @Test
    void findWhileOthersExportAndUnexportLooksAtAll() throws Exception {
        // Given
        TinyBiz biz = TinyBiz.run(Quiet.class);
        ClosedBiz closed = biz.closed();
        AtomicBoolean over = new AtomicBoolean();
        Thread others = new Thread(() -> exportInTurn(over));
        others.start();
        // When
        Throwable failure = catchThrowable(() -> {
            for (int round = 0; round < 3_000; round++) {
                new RemoteObjects().find(closed);
            }
        });
        // Then
        over.set(true);
        others.join();
        assertThat(failure).isNull();
    }

    private static void exportInTurn(AtomicBoolean over) {
        Loopback sockets = new Loopback();
        List<Remote> exported = new ArrayList<>();
        try {
            while (!over.get()) {
                for (int number = 0; number < 50; number++) {
                    Remote service = new Exporting.Service();
                    UnicastRemoteObject.exportObject(service, 0, sockets, sockets);
                    exported.add(service);
                }
                for (Remote each : exported) {
                    UnicastRemoteObject.unexportObject(each, true);
                }
                exported.clear();
            }
        } catch (RemoteException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public static class Quiet implements Runnable {

        @Override
        public void run() {}
    }

    public static class Exporting implements Runnable {

        static Service service;

        @Override
        public void run() {
            try {
                service = new Service();
                UnicastRemoteObject.exportObject(service, 0, new Loopback(), new Loopback());
            } catch (RemoteException failure) {
                throw new IllegalStateException(failure);
            }
        }

        interface Calls extends Remote {
            void call() throws RemoteException;
        }

        static class Service implements Calls {
            @Override
            public void call() {}
        }
    }

    /** Of the base, so that only the object is the biz's. */
    public static class Loopback implements RMIServerSocketFactory, RMIClientSocketFactory, Serializable {

        private static final long serialVersionUID = 1L;

        @Override
        public ServerSocket createServerSocket(int port) throws IOException {
            return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return new Socket(InetAddress.getLoopbackAddress(), port);
        }
    }
}
