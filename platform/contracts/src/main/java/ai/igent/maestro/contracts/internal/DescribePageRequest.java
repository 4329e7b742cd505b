package ai.igent.maestro.contracts.internal;

import java.util.List;

import ai.igent.maestro.vocabulary.Environment;
import ai.igent.maestro.vocabulary.InvalidWord;
import ai.igent.maestro.vocabulary.Owner;

/**
 * Asks an owner service for a page of what could be activated, in the order of name and then id, both as bytes. What was deleted or revoked is not
 * part of it.
 *
 * @param filter null for everything
 * @param except ids that are left out; null for none
 * @param after where to go on; null for the beginning
 * @param limit how many at most, from 1 to 1000
 */
public record DescribePageRequest(List<Owner> owners, Filter filter, List<String> except, Place after, int limit) {
    public static final int MOST = 1000;
    private static final int MOST_EXCEPT = 10_000;

    public DescribePageRequest {
        if (owners == null) throw new InvalidWord("owners is missing");
        if (limit < 1 || limit > MOST) throw new InvalidWord("limit must be from 1 to " + MOST);
        owners = bounded("owners", owners, MOST);
        except = bounded("except", except == null ? List.of() : except, MOST_EXCEPT);
        except.forEach(id -> requireStorable("except", id));
        filter = filter == null ? Filter.NONE : filter;
    }

    private static <T> List<T> bounded(String field, List<T> asked, int most) {
        if (asked.size() > most || asked.stream().anyMatch(each -> each == null))
            throw new InvalidWord(field + " must be at most " + most + ", none of them null");
        return List.copyOf(asked);
    }

    /**
     * What is not given selects everything.
     *
     * @param query part of a name, variable or account, in any case
     * @param status as in {@link Described.Item}
     */
    public record Filter(String query, String integration, Environment environment, String status) {
        static final Filter NONE = new Filter(null, null, null, null);

        public Filter {
            requireStorable("query", query);
            requireStorable("integration", integration);
            requireStorable("status", status);
        }
    }

    /** Behind the thing with this name and id. */
    public record Place(String name, String id) {
        public Place {
            if (name == null || id == null) throw new InvalidWord("a place has a name and an id");
            requireStorable("name", name);
            requireStorable("id", id);
        }
    }

    private static void requireStorable(String field, String text) {
        if (text != null && text.indexOf('\0') >= 0) throw new InvalidWord(field + " must not contain NUL");
    }
}
