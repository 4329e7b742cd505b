package ai.igent.maestro.envelope;

import java.util.Objects;
import java.util.regex.Pattern;

import ai.igent.maestro.vocabulary.Owner;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Which row a sealed value belongs to. It is authenticated with the value and not stored beside it: whoever opens the value names the row it was
 * found in, and a value copied from another owner, id or version does not open.
 */
public record AssociatedData(Owner owner, String id, long version) {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,100}");

    /** @throws IllegalArgumentException when {@code id} could be confused with its neighbours in the encoded form */
    public AssociatedData {
        Objects.requireNonNull(owner);
        if (!ID.matcher(id).matches())
            throw new IllegalArgumentException("an id is 1 to 100 letters, digits, underscores and dashes");
    }

    /** {@code owner|id|version}: unambiguous, because neither an id nor a version can contain the bar. */
    byte[] encoded() {
        return (owner.text() + "|" + id + "|" + version).getBytes(UTF_8);
    }
}
