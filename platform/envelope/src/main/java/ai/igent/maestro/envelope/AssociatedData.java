package ai.igent.maestro.envelope;

import java.util.Objects;

import ai.igent.maestro.vocabulary.Ascii;
import ai.igent.maestro.vocabulary.Owner;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Which row a sealed value belongs to. It is authenticated with the value and not stored beside it: whoever opens the value names the row it was
 * found in, and a value copied from another owner, id or version does not open.
 */
public record AssociatedData(Owner owner, String id, long version) {
    private static final int LONGEST_ID = 100;

    /** @throws IllegalArgumentException when {@code id} could be confused with its neighbours in the encoded form */
    public AssociatedData {
        Objects.requireNonNull(owner);
        if (!isId(id))
            throw new IllegalArgumentException("an id is 1 to 100 letters, digits, underscores and dashes");
    }

    private static boolean isId(String text) {
        for (int i = 0; i < text.length(); i++)
            if (!Ascii.isLetterOrDigit(text.charAt(i)) && text.charAt(i) != '_' && text.charAt(i) != '-') return false;
        return !text.isEmpty() && text.length() <= LONGEST_ID;
    }

    /** {@code owner|id|version}: unambiguous, because neither an id nor a version can contain the bar. */
    byte[] encoded() {
        return (owner.text() + "|" + id + "|" + version).getBytes(UTF_8);
    }
}
