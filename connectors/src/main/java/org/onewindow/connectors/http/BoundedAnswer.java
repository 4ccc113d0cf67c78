package org.onewindow.connectors.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** An answer that may neither be larger than {@link AnswerTooLarge#LARGEST} nor trickle in for longer than its time. */
public final class BoundedAnswer extends FilterInputStream {

    private final long end;
    private long left = AnswerTooLarge.LARGEST;

    public BoundedAnswer(InputStream in, Duration longest) {
        super(in);
        this.end = System.nanoTime() + longest.toNanos();
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        count(Math.max(0, count));
        return count;
    }

    private void count(int read) throws IOException {
        left -= read;
        if (left < 0) {
            throw new AnswerTooLarge();
        }
        if (System.nanoTime() - end > 0) {
            throw new SocketTimeoutException("the answer trickles in");
        }
    }
}
