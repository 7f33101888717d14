package dev.berth.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.packaging.BaseLibraries.Provided;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DefaultBaseTests {

    @Test
    void parseTakesJarsWithoutAClassifierAndNothingElse() {
        // Given
        Stream<String> lines = Stream.of(
                "",
                "The following files have been resolved:",
                "   com.zaxxer:HikariCP:jar:7.0.2:compile (optional) -- module com.zaxxer.hikari",
                "   dev.berth:biz-api:jar:0.1.0-SNAPSHOT:compile",
                "   net.bytebuddy:byte-buddy:jar:1.18.11:runtime -- module net.bytebuddy",
                "   io.netty:netty-epoll:jar:linux-x86_64:4.2.0:runtime",
                "   com.acme:parent:pom:1.0:compile");

        // When, Then
        assertThat(DefaultBase.parse(lines))
                .extracting(Provided::fileName)
                .containsExactly("HikariCP-7.0.2.jar", "biz-api-0.1.0-SNAPSHOT.jar", "byte-buddy-1.18.11.jar");
    }
}
