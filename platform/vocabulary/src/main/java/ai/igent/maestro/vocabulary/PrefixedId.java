package ai.igent.maestro.vocabulary;

import java.util.UUID;

/** An id whose first letters tell what it names, so that one pasted in the wrong place is refused instead of looked up. */
public sealed interface PrefixedId
        permits SecretId, ConnectionId, SessionId, RequestId, ConsentId, EventId, ProviderId, KeyJobId {
    /** The id as it stands in URLs, JSON, rows and events. */
    String text();

    static void check(String prefix, String text) {
        if (text == null || !text.startsWith(prefix) || !isHexadecimalFrom(prefix.length(), text))
            throw new InvalidWord("expected " + prefix + " and 32 lower-case hexadecimal digits");
    }

    private static boolean isHexadecimalFrom(int start, String text) {
        if (text.length() != start + 32) return false;
        for (int i = start; i < text.length(); i++)
            if (!Ascii.isHexDigit(text.charAt(i))) return false;
        return true;
    }

    static String format(String prefix, UUID uuid) {
        return prefix + uuid.toString().replace("-", "");
    }
}
