package ai.igent.maestro.vocabulary;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Whose a secret or connection is. Always written whole, because a user and an organization may share an id. */
public record Owner(Kind kind, String id) {
    private static final int LONGEST_ID = 200;

    public enum Kind {
        USER,
        ORGANIZATION;

        @JsonCreator
        static Kind parse(String text) {
            for (Kind kind : values())
                if (kind.text().equals(text))
                    return kind;
            throw new InvalidWord("expected user or organization");
        }

        @JsonValue
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Owner {
        if (kind == null)
            throw new InvalidWord("an owner has a kind");
        if (id == null || !isId(id))
            throw new InvalidWord("an owner's id is 1 to 200 visible characters without a colon");
    }

    private static boolean isId(String text) {
        for (int i = 0; i < text.length(); i++)
            if (Ascii.isControlOrSpace(text.charAt(i)) || text.charAt(i) == ':') return false;
        return !text.isEmpty() && text.codePointCount(0, text.length()) <= LONGEST_ID;
    }

    public static Owner user(String sub) {
        return new Owner(Kind.USER, sub);
    }

    public static Owner organization(String id) {
        return new Owner(Kind.ORGANIZATION, id);
    }

    /** Reads {@code user:<sub>} or {@code organization:<id>}. */
    public static Owner parse(String text) {
        int colon = text == null ? -1 : text.indexOf(':');
        if (colon < 0)
            throw new InvalidWord("expected user:<sub> or organization:<id>");
        return new Owner(Kind.parse(text.substring(0, colon)), text.substring(colon + 1));
    }

    /** The form in rows, keys, contexts and logs. */
    public String text() {
        return kind.text() + ":" + id;
    }
}
