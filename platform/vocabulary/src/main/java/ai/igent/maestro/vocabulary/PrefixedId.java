package ai.igent.maestro.vocabulary;

import java.util.UUID;
import java.util.regex.Pattern;

/** An id whose first letters tell what it names, so that one pasted in the wrong place is refused instead of looked up. */
public sealed interface PrefixedId
        permits SecretId, ConnectionId, SessionId, RequestId, ConsentId, EventId, ProviderId, KeyJobId {
    /** The id as it stands in URLs, JSON, rows and events. */
    String text();

    private static Pattern form() {
        return Form.PATTERN;
    }

    static void check(String prefix, String text) {
        if (text == null || !text.startsWith(prefix) || !form().matcher(text).matches())
            throw new InvalidWord("expected " + prefix + " and 32 lower-case hexadecimal digits");
    }

    static String format(String prefix, UUID uuid) {
        return prefix + uuid.toString().replace("-", "");
    }

    /** Holds the compiled pattern; an interface's own fields would be public. */
    final class Form {
        private static final Pattern PATTERN = Pattern.compile("[a-z]{3}_[0-9a-f]{32}");

        private Form() {}
    }
}
