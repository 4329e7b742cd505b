package ai.igent.maestro.web.trace;

import org.junit.jupiter.api.Test;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;

import static org.assertj.core.api.Assertions.assertThat;

/** The example of W3C Trace Context. */
class TraceParentTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String SPAN = "b7ad6b7169203331";
    private static final String TEXT = "00-" + TRACE + "-" + SPAN + "-01";

    @Test
    void readsWhatItWrote() {
        var span = Span.wrap(SpanContext.create(TRACE, SPAN, TraceFlags.getSampled(), TraceState.getDefault()));

        try (var scope = Context.root().with(span).makeCurrent()) {
            assertThat(TraceParent.current()).as("in %s", scope).isEqualTo(TEXT);
        }
        assertThat(Span.fromContext(TraceParent.context(TEXT)).getSpanContext().getTraceId()).isEqualTo(TRACE);
    }

    @Test
    void isNothingWithoutATrace() {
        assertThat(TraceParent.current()).isNull();
        for (String none : new String[]{null, "", "x", "00-" + TRACE})
            assertThat(Span.fromContext(TraceParent.context(none)).getSpanContext().isValid()).isFalse();
    }
}
