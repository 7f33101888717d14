package dev.berth.benchmarks.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AnswerReaderTests {

    @Test
    void readWhenLengthIsKnownReadsThatMuch() throws IOException {
        // Given
        AnswerReader reader =
                reader("HTTP/1.1 200 \r\nContent-Length: 5\r\n\r\nhelloHTTP/1.1 404 \r\nContent-Length: 0\r\n\r\n");
        // When
        HttpAnswer first = reader.read();
        HttpAnswer second = reader.read();
        // Then
        assertThat(first).isEqualTo(new HttpAnswer(200, "hello", true));
        assertThat(second).isEqualTo(new HttpAnswer(404, "", true));
    }

    @Test
    void readWhenChunkedJoinsTheChunks() throws IOException {
        // Given
        AnswerReader reader = reader(
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\na\r\n, my world\r\n0\r\n\r\n");
        // When / Then
        assertThat(reader.read()).isEqualTo(new HttpAnswer(200, "hello, my world", true));
    }

    @Test
    void readWhenServerClosesTellsThatTheConnectionIsNotReusable() throws IOException {
        // Given
        AnswerReader reader = reader("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok");
        // When / Then
        assertThat(reader.read().reusable()).isFalse();
    }

    @Test
    void readWhenTheLastChunkIsMissingIsCut() {
        // Given
        AnswerReader reader = reader("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n");
        // When / Then
        assertThatExceptionOfType(CutException.class).isThrownBy(reader::read);
    }

    @Test
    void readWhenTheBodyIsShortIsCut() {
        // Given
        AnswerReader reader = reader("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhell");
        // When / Then
        assertThatExceptionOfType(CutException.class).isThrownBy(reader::read).withMessage("Cut after 4 of 5 bytes");
    }

    @Test
    void readWhenNothingComesIsTheEnd() {
        assertThatExceptionOfType(EOFException.class).isThrownBy(reader("")::read);
    }

    private static AnswerReader reader(String answers) {
        return new AnswerReader(new ByteArrayInputStream(answers.getBytes(StandardCharsets.UTF_8)));
    }
}
