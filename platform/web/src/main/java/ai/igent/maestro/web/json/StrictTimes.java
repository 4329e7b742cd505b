package ai.igent.maestro.web.json;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;

import ai.igent.maestro.vocabulary.InvalidWord;

/** A time or a duration as text in its one form: an empty text is not none, and a number is not seconds. */
final class StrictTimes<T> extends StdScalarDeserializer<T> {
    private static final long serialVersionUID = 1;

    /** RFC 3339 knows years of four digits. */
    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private final transient Function<String, T> parse;
    private final String expected;

    private StrictTimes(Class<T> type, Function<String, T> parse, String expected) {
        super(type);
        this.parse = parse;
        this.expected = expected;
    }

    static StrictTimes<Instant> instants() {
        return new StrictTimes<>(Instant.class, StrictTimes::instant, "expected a time such as 2026-01-02T03:04:05Z");
    }

    static StrictTimes<Duration> durations() {
        return new StrictTimes<>(Duration.class, Duration::parse, "expected a duration such as PT8H or P30D");
    }

    @Override
    public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
        if (!json.hasToken(JsonToken.VALUE_STRING)) return handledType().cast(context.handleUnexpectedToken(handledType(), json));
        try {
            return parse.apply(json.getText());
        } catch (DateTimeException | ArithmeticException unfit) {
            throw JsonMappingException.from(json, "unfit time", new InvalidWord(expected));
        }
    }

    private static Instant instant(String text) {
        Instant time = Instant.parse(text);
        if (time.isBefore(FIRST) || time.isAfter(LAST)) throw new DateTimeException("out of range");
        return time;
    }

    @SuppressWarnings("unchecked")
    @Override
    public Class<T> handledType() {
        return (Class<T>) super.handledType();
    }
}
