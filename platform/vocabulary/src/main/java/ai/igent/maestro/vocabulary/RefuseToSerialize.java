package ai.igent.maestro.vocabulary;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;

/** Makes a slip loud: a record that carries a {@link SecretValue} into JSON fails instead of leaking. */
final class RefuseToSerialize extends JsonSerializer<SecretValue> {
    @Override
    public void serialize(SecretValue value, JsonGenerator json, SerializerProvider provider) throws IOException {
        throw JsonMappingException.from(json, "a secret value is not serialized; release it where that is allowed");
    }
}
