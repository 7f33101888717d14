package dev.berth.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Executor;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.AbstractProtocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerThreadsTests {

    @ParameterizedTest
    @CsvSource({"200, 150", "10, 7", "4, 3", "2, 1", "1, 1", "-1, 2147483647"})
    void shareIsThreeQuartersAndOneAtLeast(int threads, int share) {
        assertThat(ServerThreads.share(threads)).isEqualTo(share);
    }

    @Test
    void shareOfAServerWithThreadsIsAPartOfThem() {
        // Given
        Connector connector = new Connector();
        ((AbstractProtocol<?>) connector.getProtocolHandler()).setMaxThreads(40);
        // Then
        assertThat(ServerThreads.share(connector)).isEqualTo(30);
    }

    @Test
    void shareOfAServerOnVirtualThreadsIsAPartOfItsConnections() {
        // Given
        Connector connector = new Connector();
        AbstractProtocol<?> protocol = (AbstractProtocol<?>) connector.getProtocolHandler();
        Executor threadATask = Runnable::run;
        protocol.setExecutor(threadATask);
        protocol.setMaxConnections(1000);
        // Then
        assertThat(ServerThreads.share(connector)).isEqualTo(750);
    }
}
