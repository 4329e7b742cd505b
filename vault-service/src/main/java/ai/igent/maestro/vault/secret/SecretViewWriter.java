package ai.igent.maestro.vault.secret;

import java.io.IOException;
import java.util.List;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.util.NameTransformer;

import ai.igent.maestro.vocabulary.Word;

/** Writes what a {@link SecretView} would be written as by its record: a list has a hundred of them, and asking each for its fields took a third of it. */
final class SecretViewWriter extends JsonSerializer<SecretView> {
    private final boolean unwrapped;

    /** For Jackson. */
    SecretViewWriter() {
        this(false);
    }

    private SecretViewWriter(boolean unwrapped) {
        this.unwrapped = unwrapped;
    }

    /** Within the fields of another object, which is how {@code @JsonUnwrapped} wants it. */
    @Override
    public JsonSerializer<SecretView> unwrappingSerializer(NameTransformer names) {
        return new SecretViewWriter(true);
    }

    @Override
    public boolean isUnwrappingSerializer() {
        return unwrapped;
    }

    @Override
    public void serialize(SecretView view, JsonGenerator json, SerializerProvider provider) throws IOException {
        if (!unwrapped) json.writeStartObject(view);
        writeLabels(view, json);
        writeState(view, json);
        if (!unwrapped) json.writeEndObject();
    }

    private static void writeLabels(SecretView view, JsonGenerator json) throws IOException {
        json.writeStringField("id", view.id().text());
        json.writeStringField("name", view.name().text());
        json.writeStringField("variable", view.variable().text());
        writeWord("kind", view.kind(), json);
        json.writeStringField("description", view.description());
        json.writeArrayFieldStart("tags");
        for (String tag : view.tags())
            json.writeString(tag);
        json.writeEndArray();
        writeWord("environment", view.environment(), json);
        json.writeStringField("integration", view.integration());
        json.writeStringField("account", view.account() == null ? null : view.account().text());
        json.writeStringField("hint", view.hint());
    }

    private static void writeState(SecretView view, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("owner");
        json.writeStringField("kind", view.owner().kind().text());
        json.writeStringField("id", view.owner().id());
        json.writeEndObject();
        json.writeNumberField("version", view.version());
        writeWord("status", view.status(), json);
        writeWarnings(view.warnings(), json);
        writeText("expiresAt", view.expiresAt(), json);
        writeText("rotateEvery", view.rotateEvery(), json);
        writeText("rotationDueAt", view.rotationDueAt(), json);
        writeText("createdAt", view.createdAt(), json);
        writeText("updatedAt", view.updatedAt(), json);
    }

    private static void writeWarnings(List<Warning> warnings, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("warnings");
        for (Warning warning : warnings) {
            json.writeStartObject();
            json.writeStringField("code", warning.code());
            json.writeStringField("detail", warning.detail());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeWord(String field, Word word, JsonGenerator json) throws IOException {
        json.writeStringField(field, word == null ? null : word.text());
    }

    /** Times and durations have one form, that of RFC 3339 and ISO 8601. */
    private static void writeText(String field, Object time, JsonGenerator json) throws IOException {
        json.writeStringField(field, time == null ? null : time.toString());
    }
}
