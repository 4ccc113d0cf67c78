package org.onewindow.connectors.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class BoundedAnswerTest {

    private static final Duration LONG = Duration.ofMinutes(10);

    @Test
    void readsTheLargestAnswerWhole() throws IOException {
        try (var in = new BoundedAnswer(zeros(AnswerTooLarge.LARGEST), LONG)) {
            assertThat(in.transferTo(java.io.OutputStream.nullOutputStream())).isEqualTo(AnswerTooLarge.LARGEST);
        }
    }

    @Test
    void stopsOneByteAfterTheLargest() throws IOException {
        try (var in = new BoundedAnswer(zeros(AnswerTooLarge.LARGEST + 1), LONG)) {
            assertThatThrownBy(() -> in.transferTo(java.io.OutputStream.nullOutputStream()))
                    .isInstanceOf(AnswerTooLarge.class);
        }
    }

    @Test
    void stopsAnAnswerThatTakesTooLong() throws IOException {
        try (var in = new BoundedAnswer(zeros(10), Duration.ZERO)) {
            assertThatThrownBy(in::read).isInstanceOf(SocketTimeoutException.class);
        }
    }

    private static InputStream zeros(int length) {
        return new ByteArrayInputStream(new byte[length]);
    }
}
