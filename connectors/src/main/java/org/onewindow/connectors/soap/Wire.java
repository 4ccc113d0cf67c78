package org.onewindow.connectors.soap;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;
import org.jspecify.annotations.Nullable;
import org.onewindow.connectors.http.BoundedAnswer;
import org.onewindow.connectors.http.HttpAnswer;

/**
 * Keeps the answer of one SOAP call as it came over the wire, before CXF looks into it.
 *
 * <p>Answers are read tolerantly and by one hardened reader; CXF's own reading would stop at the first drift, and its faults tell
 * neither status nor {@code Retry-After}. So the chain ends here.
 */
final class Wire {

    static final String KEY = Wire.class.getName();

    private final Duration patience;
    private @Nullable HttpAnswer answer;
    private @Nullable IOException failure;

    /** A wire for one call that waits so long for its answer. */
    Wire(Duration patience) {
        this.patience = patience;
    }

    Duration patience() {
        return patience;
    }

    @Nullable
    HttpAnswer answer() {
        return answer;
    }

    /** What went wrong while the answer was read. */
    @Nullable
    IOException failure() {
        return failure;
    }

    private void read(Message message) {
        var status = message.get(Message.RESPONSE_CODE) instanceof Integer code ? code : 0;
        try (var in = new BoundedAnswer(body(message), patience)) {
            answer = new HttpAnswer(status, headers(message), bytes(in, patience));
        } catch (IOException broken) {
            failure = broken;
        }
    }

    /** In a thread of its own, because a body that stalls blocks the JDK's client for ever. */
    private static byte[] bytes(InputStream in, Duration longest) throws IOException {
        var reading = new FutureTask<>(in::readAllBytes);
        Thread.ofVirtual().start(reading);
        try {
            return reading.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException stalled) {
            throw new SocketTimeoutException("the answer stalls");
        } catch (ExecutionException broken) {
            throw broken.getCause() instanceof IOException cause ? cause : new IOException(broken.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped while reading");
        }
    }

    private static InputStream body(Message message) {
        var body = message.getContent(InputStream.class);
        return body == null ? InputStream.nullInputStream() : body;
    }

    private static Map<String, String> headers(Message message) {
        var headers = new HashMap<String, String>();
        if (message.get(Message.PROTOCOL_HEADERS) instanceof Map<?, ?> told) {
            told.forEach((name, values) -> {
                if (values instanceof List<?> list && !list.isEmpty()) {
                    headers.put(String.valueOf(name).toLowerCase(Locale.ROOT), String.valueOf(list.getFirst()));
                }
            });
        }
        if (message.get(Message.CONTENT_TYPE) instanceof String type) {
            headers.put("content-type", type);
        }
        return headers;
    }

    /** Hands the answer to the {@link Wire} that lies in the request's context. */
    static final class Tap extends AbstractPhaseInterceptor<Message> {

        Tap() {
            super(Phase.RECEIVE);
        }

        @Override
        public void handleMessage(Message message) {
            if (message.getExchange().getOutMessage().get(KEY) instanceof Wire wire) {
                wire.read(message);
                message.getInterceptorChain().abort();
            }
        }
    }
}
