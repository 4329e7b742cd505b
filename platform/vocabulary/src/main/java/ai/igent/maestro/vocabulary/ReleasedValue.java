package ai.igent.maestro.vocabulary;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;

/** A value on its way out: the only form of a {@link SecretValue} that writes itself into JSON. It still prints as a placeholder. */
@JsonSerialize(using = ReleasedValue.Writer.class)
public record ReleasedValue(SecretValue value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ReleasedValue of(String text) {
        return SecretValue.of(text).release();
    }

    @Override
    public String toString() {
        return value.toString();
    }

    static final class Writer extends JsonSerializer<ReleasedValue> {
        @Override
        public void serialize(ReleasedValue released, JsonGenerator json, SerializerProvider provider) throws IOException {
            String text = released.value().borrow(utf8 -> new String(utf8, StandardCharsets.UTF_8));
            json.writeString(text);
        }
    }
}
