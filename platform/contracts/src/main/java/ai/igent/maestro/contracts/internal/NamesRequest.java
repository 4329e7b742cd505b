package ai.igent.maestro.contracts.internal;

import ai.igent.maestro.vocabulary.InvalidWord;
import ai.igent.maestro.vocabulary.Owner;

/**
 * Asks an owner service what everything of {@code owner} is called, a page at a time in the order of the ids. What was deleted or revoked is not part
 * of it.
 *
 * @param after the last id of the page before; null for the first page
 * @param limit how many at most, from 1 to 5000
 */
public record NamesRequest(Owner owner, String after, int limit) {
    public static final int MOST = 5000;

    public NamesRequest {
        if (owner == null) throw new InvalidWord("owner is missing");
        if (limit < 1 || limit > MOST) throw new InvalidWord("limit must be from 1 to " + MOST);
        if (after != null && after.indexOf('\0') >= 0) throw new InvalidWord("after must not contain NUL");
    }
}
