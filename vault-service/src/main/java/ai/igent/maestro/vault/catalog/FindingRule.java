package ai.igent.maestro.vault.catalog;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import ai.igent.maestro.vocabulary.Environment;
import ai.igent.maestro.vocabulary.SecretValue;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * When a value of a variable is odd. What is made of the value for the comparison does not leave this class.
 *
 * @param pattern what is odd, or null
 * @param jsonMembers the members without which a JSON object is odd, or null
 * @param environments the environments in which it is odd, or null for all and none
 */
public record FindingRule(Finding code, String pattern, List<String> jsonMembers, List<Environment> environments) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public FindingRule {
        if ((pattern == null) == (jsonMembers == null)) throw new IllegalArgumentException("a rule has a pattern or members");
        if (pattern != null) Pattern.compile(pattern);
    }

    boolean finds(SecretValue value, Environment environment) {
        if (environments != null && !environments.contains(environment)) return false;
        return value
                .borrow(utf8 -> pattern == null ? lacksMembers(utf8) : Pattern.compile(pattern).matcher(new String(utf8, UTF_8)).find());
    }

    private boolean lacksMembers(byte[] utf8) {
        try {
            JsonNode content = JSON.readTree(utf8);
            return !jsonMembers.stream().allMatch(content::hasNonNull);
        } catch (IOException noJson) {
            return true;
        }
    }
}
