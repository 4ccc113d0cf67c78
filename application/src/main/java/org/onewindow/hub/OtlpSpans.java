package org.onewindow.hub;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.IdGenerator;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import java.time.Instant;
import org.onewindow.canonical.Spans;
import org.onewindow.canonical.TraceContext;

/** Finished pieces of work to an OpenTelemetry collector (OTLP over HTTP), in batches; a collector that is away costs spans, nothing else. */
final class OtlpSpans implements Spans, AutoCloseable {

    private final SdkTracerProvider provider;
    private final Tracer tracer;

    private OtlpSpans(SdkTracerProvider provider) {
        this.provider = provider;
        this.tracer = provider.get("org.onewindow");
    }

    /**
     * The exporter.
     *
     * @param collector its base address, such as {@code http://127.0.0.1:4318}
     */
    static OtlpSpans to(String collector, String node) {
        var exporter = OtlpHttpSpanExporter.builder()
                .setEndpoint(collector.replaceAll("/+$", "") + "/v1/traces")
                .build();
        return new OtlpSpans(SdkTracerProvider.builder()
                .setIdGenerator(new OwnIds())
                .setResource(Resource.create(Attributes.builder()
                        .put("service.name", "one-window-hub")
                        .put("service.instance.id", node)
                        .build()))
                .addSpanProcessor(BatchSpanProcessor.builder(exporter).build())
                .build());
    }

    @Override
    public void ended(Span span) {
        ScopedValue.where(OwnIds.SPAN, span.context()).run(() -> tell(span, Instant.now()));
    }

    private void tell(Span span, Instant end) {
        var parent = SpanContext.createFromRemoteParent(
                span.parent().traceId(), span.parent().spanId(), TraceFlags.getSampled(), TraceState.getDefault());
        var begun = tracer.spanBuilder(span.name())
                .setParent(Context.root().with(io.opentelemetry.api.trace.Span.wrap(parent)))
                .setSpanKind(SpanKind.valueOf(span.kind().name()))
                .setStartTimestamp(end.minus(span.took()))
                .startSpan();
        span.attributes().forEach(begun::setAttribute);
        if (span.failed()) {
            begun.setStatus(StatusCode.ERROR);
        }
        begun.end(end);
    }

    @Override
    public void close() {
        provider.close();
    }

    /** The hub's own ids: they were on the wire and in the log before the span was told. */
    private static final class OwnIds implements IdGenerator {

        static final ScopedValue<TraceContext> SPAN = ScopedValue.newInstance();

        @Override
        public String generateSpanId() {
            return SPAN.get().spanId();
        }

        @Override
        public String generateTraceId() {
            return SPAN.get().traceId();
        }
    }
}
