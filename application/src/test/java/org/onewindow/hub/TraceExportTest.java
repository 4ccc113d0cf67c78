package org.onewindow.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.onewindow.canonical.Spans;
import org.onewindow.canonical.TraceContext;

class TraceExportTest {

    private static final Spans.Span SPAN = new Spans.Span(
            new TraceContext("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7"),
            new TraceContext("4bf92f3577b34da6a3ce929d0e0e4736", "a3ce929d0e0e4736"),
            Spans.Kind.CLIENT,
            "tax/assess-transfer-tax",
            Duration.ofMillis(34),
            true,
            Map.of("hub.department", "tax"));

    @Test
    void sendsSpansWithTheIdsThatWereOnTheWire() throws IOException {
        var came = new ConcurrentLinkedQueue<String>();
        var collector = collector(came);
        try {
            var export =
                    OtlpSpans.to("http://127.0.0.1:" + collector.getAddress().getPort(), "node-a");
            export.ended(SPAN);
            export.close();
        } finally {
            collector.stop(0);
        }

        assertThat(came)
                .singleElement()
                .asString()
                .startsWith("/v1/traces ")
                .contains(
                        SPAN.context().traceId(),
                        SPAN.context().spanId(),
                        SPAN.parent().spanId())
                .contains(hex("tax/assess-transfer-tax"), hex("node-a"));
    }

    @Test
    void losesSpansAndNothingElseWhereNobodyCollects() {
        var export = OtlpSpans.to("http://127.0.0.1:1", "node-a");

        export.ended(SPAN);
        export.close();
    }

    @Test
    void tellsNobodyWhereNoCollectorIsNamed() {
        var settings = HubSettingsTest.bind(Map.of(), Map.of());

        try (var export = TraceExport.of(settings, Map.of())) {
            assertThat(export.spans()).isSameAs(Spans.NONE);
        }
    }

    private static HttpServer collector(Queue<String> came) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            came.add(exchange.getRequestURI() + " "
                    + HexFormat.of().formatHex(exchange.getRequestBody().readAllBytes()));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
}
