package ai.igent.maestro.injector.bundle;

import java.io.IOException;
import java.util.Arrays;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;

import ai.igent.maestro.vocabulary.SecretValue;

/** A file's content on its way out: base64 in JSON. */
@JsonSerialize(using = FileContent.Writer.class)
record FileContent(SecretValue value) {
    static final class Writer extends JsonSerializer<FileContent> {
        @Override
        public void serialize(FileContent content, JsonGenerator json, SerializerProvider provider) throws IOException {
            byte[] copy = content.value().borrow(byte[]::clone);
            json.writeBinary(copy);
            Arrays.fill(copy, (byte) 0);
        }
    }
}
