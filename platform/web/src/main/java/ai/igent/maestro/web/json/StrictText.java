package ai.igent.maestro.web.json;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;

import ai.igent.maestro.vocabulary.InvalidWord;

/** Text that every store can keep as it is: no NUL, and no half of a character. */
class StrictText extends StringDeserializer {
    private static final long serialVersionUID = 1;

    @Override
    public String deserialize(JsonParser json, DeserializationContext context) throws IOException {
        String text = super.deserialize(json, context);
        if (text != null && !isWhole(text))
            throw JsonMappingException.from(json, "unfit text", new InvalidWord("must be Unicode text without NUL"));
        return text;
    }

    private static boolean isWhole(String text) {
        return text.codePoints().noneMatch(point -> point == 0 || Character.getType(point) == Character.SURROGATE);
    }
}
