package ai.igent.maestro.injector.recognition;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The texts in a JSON value that can be confidential. Left out is what stands in many such values and in much other text too: short ones, addresses
 * without a password in them, and names made of lower-case words and numbers, such as {@code service_account} or {@code my-project-123}.
 */
final class JsonLeaves {
    private static final int SHORTEST = 8;
    private static final int MOST = 256;
    private static final Pattern NAME = Pattern.compile("[a-z]+([._-]([a-z]+|[0-9]+))+");
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s@?]*|[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+");

    /** Its canonical names would keep the values' member names in a table that all parsers share. */
    private static final JsonFactory JSON = JsonFactory.builder().disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES).build();

    private JsonLeaves() {}

    /** None when it is no JSON; the leaves are copies. */
    static List<byte[]> of(byte[] value) {
        List<byte[]> leaves = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(value)) {
            for (JsonToken token = parser.nextToken(); token != null && leaves.size() < MOST; token = parser.nextToken())
                if (token == JsonToken.VALUE_STRING && canBeConfidential(parser.getText()))
                    leaves.add(parser.getText().strip().getBytes(UTF_8));
            return leaves;
        } catch (IOException noJson) {
            return List.of();
        }
    }

    private static boolean canBeConfidential(String text) {
        return text.strip().length() >= SHORTEST && !NAME.matcher(text).matches() && !ADDRESS.matcher(text).matches();
    }
}
