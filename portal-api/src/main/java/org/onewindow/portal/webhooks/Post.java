package org.onewindow.portal.webhooks;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.onewindow.cases.IdentityHash;
import org.springframework.stereotype.Component;

/** Sends signed messages: 5 s for all of it, no redirects, no repeats of its own, and next to nothing read of the answer. */
@Component
final class Post implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int CONNECT_SECONDS = 3;
    private static final int CONNECTIONS = 64;
    private static final int ANSWER_MAX = 4096;
    private static final ContentType CLOUD_EVENT = ContentType.create("application/cloudevents+json", "UTF-8");

    private final ScheduledExecutorService alarm = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("webhook-patience").factory());
    private final Targets targets;
    private final IdentityHash hubsOwn;
    private final CloseableHttpClient http;

    Post(Targets targets, IdentityHash hubsOwn) {
        this.targets = targets;
        this.hubsOwn = hubsOwn;
        this.http = client(targets);
    }

    private static CloseableHttpClient client(Targets targets) {
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(targets)
                .setMaxConnTotal(CONNECTIONS)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.ofSeconds(CONNECT_SECONDS))
                        .setSocketTimeout(Timeout.of(PATIENCE))
                        .setValidateAfterInactivity(TimeValue.ofMilliseconds(500))
                        .setTimeToLive(TimeValue.ofMinutes(1))
                        .build())
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setUserAgent("one-window-hub")
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    /** Sends it once. */
    Answer send(Webhook webhook, String id, byte[] body) {
        long begin = System.nanoTime();
        var uri = targets.parsed(webhook.url());
        if (uri.isEmpty()) {
            return new Answer(null, "address-not-allowed", 0);
        }
        var request = request(webhook, uri.get(), id, body);
        var deadline = alarm.schedule(request::cancel, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        try (var response = http.executeOpen(null, request, null)) {
            if (response.getEntity() != null) {
                response.getEntity().getContent().readNBytes(ANSWER_MAX);
            }
            return new Answer(response.getCode(), null, since(begin));
        } catch (IOException failure) {
            return new Answer(null, code(failure, deadline.isDone()), since(begin));
        } finally {
            deadline.cancel(false);
        }
    }

    /** Signed anew each time and by the real clock, for that is what receivers compare it with. */
    private HttpPost request(Webhook webhook, URI uri, String id, byte[] body) {
        var now = Instant.now();
        var request = new HttpPost(uri);
        request.setHeader("webhook-id", id);
        request.setHeader("webhook-timestamp", Long.toString(now.getEpochSecond()));
        request.setHeader("webhook-signature", Secret.of(webhook, hubsOwn).sign(id, now, body));
        request.setEntity(new ByteArrayEntity(body, CLOUD_EVENT));
        return request;
    }

    private static String code(IOException failure, boolean tooLate) {
        if (tooLate) {
            return "timed-out";
        }
        return switch (failure) {
            case AddressNotAllowed _ -> "address-not-allowed";
            case UnknownHostException _ -> "host-unknown";
            case InterruptedIOException _ -> "timed-out";
            case ConnectException _ -> "connection-refused";
            case SSLException _ -> "tls-failed";
            default -> "connection-broken";
        };
    }

    private static int since(long begin) {
        return (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    }

    @Override
    public void close() throws IOException {
        alarm.shutdownNow();
        http.close();
    }
}
