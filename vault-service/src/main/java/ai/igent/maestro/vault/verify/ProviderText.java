package ai.igent.maestro.vault.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import ai.igent.maestro.egress.OutgoingAnswer;

/** Reads what providers answer. Takes only names and times, bounded, and never fails on what it does not understand. */
final class ProviderText {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}\\p{P}\\p{S} ]{1,200}");
    private static final int MOST_SCOPES = 500;
    private static final List<Function<String, Instant>> TIMES = List.of(Instant::parse, text -> OffsetDateTime.parse(text).toInstant(),
            text -> ZonedDateTime.parse(text, DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss z", Locale.ROOT)).toInstant(),
            text -> OffsetDateTime.parse(text, DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss Z", Locale.ROOT)).toInstant(),
            text -> LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());

    private ProviderText() {}

    /** The JSON object that was answered, if it is one. */
    static Optional<JsonNode> object(OutgoingAnswer answer) {
        try {
            return Optional.ofNullable(JSON.readTree(answer.body())).filter(JsonNode::isObject);
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    static boolean says(OutgoingAnswer answer, Pattern pattern) {
        return pattern != null && pattern.matcher(new String(answer.body(), StandardCharsets.UTF_8)).find();
    }

    /** A name, or null. */
    static String name(JsonNode json, String pointer) {
        return pointer == null ? null : name(json.at(pointer).asText(""));
    }

    private static String name(String text) {
        return NAME.matcher(text.strip()).matches() ? text.strip() : null;
    }

    /** Names, or null when there is no such list. */
    static List<String> names(JsonNode json, String pointer) {
        JsonNode list = pointer == null ? null : json.at(pointer);
        if (list == null || !list.isArray()) return null;
        return names(StreamSupport.stream(list.spliterator(), false).map(each -> each.asText("")));
    }

    /** Names between commas. */
    static List<String> names(String text) {
        return names(Stream.of(text.split(",")));
    }

    private static List<String> names(Stream<String> texts) {
        return texts.map(ProviderText::name).filter(name -> name != null).limit(MOST_SCOPES).toList();
    }

    /** A time in one of the forms that providers use, or null. */
    static Instant time(String text) {
        for (Function<String, Instant> form : TIMES)
            try {
                return form.apply(text.strip());
            } catch (DateTimeException anotherForm) {
                // The next form is tried.
            }
        return null;
    }
}
