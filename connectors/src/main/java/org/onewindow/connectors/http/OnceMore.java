package org.onewindow.connectors.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import org.apache.hc.client5.http.HttpRequestRetryStrategy;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.util.TimeValue;

/**
 * Asks a look-up once more, over a new connection, where a kept one broke before any answer: most likely the department closed it at
 * the moment it was used again. Never an act, since it may have arrived; never what found a fresh connection broken.
 */
final class OnceMore implements HttpRequestRetryStrategy {

    private final PoolingHttpClientConnectionManager connections;

    OnceMore(PoolingHttpClientConnectionManager connections) {
        this.connections = connections;
    }

    @Override
    public boolean retryRequest(HttpRequest request, IOException failure, int tried, HttpContext context) {
        if (tried > 1 || !HttpClients.READING.orElse(false) || !broke(failure) || !wasKept(context)) {
            return false;
        }
        // those that were kept beside it are as old
        connections.closeIdle(TimeValue.ZERO_MILLISECONDS);
        return true;
    }

    private static boolean broke(IOException failure) {
        return !(failure instanceof InterruptedIOException)
                && (failure instanceof NoHttpResponseException
                        || failure instanceof ConnectionClosedException
                        || failure.getClass() == SocketException.class);
    }

    /** Whether another request went over it before this one. */
    private static boolean wasKept(HttpContext context) {
        var connection = HttpCoreContext.cast(context).getEndpointDetails();
        return connection != null && connection.getRequestCount() > 1;
    }

    @Override
    public boolean retryRequest(HttpResponse answer, int tried, HttpContext context) {
        return false;
    }

    @Override
    public TimeValue getRetryInterval(HttpResponse answer, int tried, HttpContext context) {
        return TimeValue.ZERO_MILLISECONDS;
    }
}
