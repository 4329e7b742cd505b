package ai.igent.maestro.web.trace;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;

/**
 * Takes out of every span what its caller wrote: path, query and user agent of requests, also of those this service makes. The route stays, as a
 * template; the names are those of OpenTelemetry's semantic conventions for HTTP spans. An attribute cannot be removed, so it is overwritten.
 */
@ApplicationScoped
class DiscreetSpans implements SpanProcessor {
    private static final String WITHHELD = "-";
    private static final List<AttributeKey<String>> WRITTEN_BY_CALLERS = List.of(AttributeKey.stringKey("url.path"),
            AttributeKey.stringKey("url.query"), AttributeKey.stringKey("url.full"), AttributeKey.stringKey("user_agent.original"));

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        WRITTEN_BY_CALLERS.stream().filter(key -> span.getAttribute(key) != null).forEach(key -> span.setAttribute(key, WITHHELD));
    }

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {}

    @Override
    public boolean isEndRequired() {
        return false;
    }
}
