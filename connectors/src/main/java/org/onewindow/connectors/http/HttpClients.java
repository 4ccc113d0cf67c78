package org.onewindow.connectors.http;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Collection;
import java.util.function.Function;
import org.apache.camel.CamelContext;
import org.apache.camel.component.http.HttpComponent;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.onewindow.config.Department;
import org.onewindow.config.SecretReference;
import org.onewindow.connectors.line.Departure;

/** A department's own HTTP clients: its connections, no redirects, no retries but {@link OnceMore}, no cookies, bounded answers. */
public final class HttpClients {

    /** How long the call on this thread waits for its answer. */
    public static final ScopedValue<Duration> PATIENCE = ScopedValue.newInstance();

    /** Whether the call on this thread only reads, so that it may be made again. */
    public static final ScopedValue<Boolean> READING = ScopedValue.newInstance();

    private static final int CONNECT_MILLIS = 2_000;
    /** One for the token beside the department's own. */
    private static final int SPARE_CONNECTIONS = 1;

    private HttpClients() {}

    public static PoolingHttpClientConnectionManager connections(
            Department department, Function<SecretReference, String> secrets) {
        int connections = department.limits().concurrency() + SPARE_CONNECTIONS;
        var manager = PoolingHttpClientConnectionManagerBuilder.create();
        if (department.endpoint() instanceof Department.Endpoint.Http http && http.tls() != null) {
            manager.setTlsSocketStrategy(new OwnTls(http.tls(), secrets));
        }
        return manager.setMaxConnTotal(connections)
                .setMaxConnPerRoute(connections)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.ofMilliseconds(CONNECT_MILLIS))
                        .setSocketTimeout(Timeout.of(department.limits().timeout()))
                        .setValidateAfterInactivity(TimeValue.ofMilliseconds(500))
                        .setTimeToLive(TimeValue.ofMinutes(5))
                        .build())
                .build();
    }

    /** A client by itself; it is closed with the connections. */
    public static CloseableHttpClient client(PoolingHttpClientConnectionManager connections, Duration longest) {
        var builder = HttpClientBuilder.create()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(Timeout.ofMilliseconds(CONNECT_MILLIS))
                        .setAuthenticationEnabled(false)
                        .build())
                .disableAuthCaching();
        strict(builder, connections, longest);
        return builder.build();
    }

    /** The same for Camel's routes. */
    public static HttpComponent component(
            CamelContext camel,
            PoolingHttpClientConnectionManager connections,
            Collection<String> headersOut,
            Duration longest) {
        var component = new HttpComponent();
        component.setCamelContext(camel);
        component.setClientConnectionManager(connections);
        component.setHeaderFilterStrategy(new AllowedHeaders(headersOut));
        component.setFollowRedirects(false);
        component.setCookieManagementDisabled(true);
        component.setAuthCachingDisabled(true);
        component.setHttpClientConfigurer(builder -> strict(builder, connections, longest));
        return component;
    }

    private static void strict(
            HttpClientBuilder builder, PoolingHttpClientConnectionManager connections, Duration longest) {
        builder.setRetryStrategy(new OnceMore(connections))
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableContentCompression()
                .setConnectionManagerShared(true)
                .addExecInterceptorLast("bounded-answer", (request, scope, chain) -> {
                    var patience = PATIENCE.orElse(longest);
                    wait(scope.clientContext, Timeout.of(patience));
                    Departure.check();
                    var response = chain.proceed(request, scope);
                    var entity = response.getEntity();
                    if (entity != null) {
                        response.setEntity(new Bounded(entity, patience));
                    }
                    return response;
                });
    }

    private static void wait(HttpClientContext context, Timeout patience) {
        var config = context.getRequestConfigOrDefault();
        if (!patience.equals(config.getResponseTimeout())) {
            context.setRequestConfig(
                    RequestConfig.copy(config).setResponseTimeout(patience).build());
        }
    }

    private static final class Bounded extends HttpEntityWrapper {

        private final Duration longest;

        Bounded(HttpEntity entity, Duration longest) {
            super(entity);
            this.longest = longest;
        }

        @Override
        public InputStream getContent() throws IOException {
            return new BoundedAnswer(super.getContent(), longest);
        }
    }
}
