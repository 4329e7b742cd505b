package ai.igent.maestro.web.trace;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;

/** A trace context as text (W3C Trace Context), for where one call speaks of several traces and a header cannot. */
public final class TraceParent {
    private static final String NAME = "traceparent";
    private static final W3CTraceContextPropagator FORMAT = W3CTraceContextPropagator.getInstance();
    private static final TextMapGetter<String> TEXT = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(String text) {
            return List.of(NAME);
        }

        @Override
        public String get(String text, String key) {
            return NAME.equals(key) ? text : null;
        }
    };

    private TraceParent() {}

    /** Of what the caller is doing; null when that is not traced. */
    public static String current() {
        Map<String, String> written = new HashMap<>();
        FORMAT.inject(Context.current(), written, Map::put);
        return written.get(NAME);
    }

    /** The context {@code text} stands for; the empty one when it is null or none. */
    public static Context context(String text) {
        return text == null ? Context.root() : FORMAT.extract(Context.root(), text, TEXT);
    }
}
