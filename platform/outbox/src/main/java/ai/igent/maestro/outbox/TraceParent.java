package ai.igent.maestro.outbox;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;

/** The W3C trace context of what the caller is doing, so that consumers continue its trace. */
final class TraceParent {
    private TraceParent() {}

    /** Null when tracing is off. */
    static String current() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid() ? "00-" + span.getTraceId() + "-" + span.getSpanId() + "-" + span.getTraceFlags().asHex() : null;
    }
}
