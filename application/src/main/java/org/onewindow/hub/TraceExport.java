package org.onewindow.hub;

import java.util.Map;
import org.onewindow.canonical.Spans;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends traces to a collector where OpenTelemetry's own variable names one, and nowhere otherwise. */
record TraceExport(Spans spans, Runnable end) implements AutoCloseable {

    static final String END_POINT = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private static final Logger LOG = LoggerFactory.getLogger(TraceExport.class);

    static TraceExport of(HubSettings settings, Map<String, String> environment) {
        var collector = environment.getOrDefault(END_POINT, "");
        if (collector.isEmpty()) {
            return new TraceExport(Spans.NONE, () -> {});
        }
        LOG.info("traces go to {}", collector);
        var sending = OtlpSpans.to(collector, settings.node());
        return new TraceExport(sending, sending::close);
    }

    @Override
    public void close() {
        end.run();
    }
}
