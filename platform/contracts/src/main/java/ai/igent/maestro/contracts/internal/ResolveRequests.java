package ai.igent.maestro.contracts.internal;

import java.util.List;

import ai.igent.maestro.vocabulary.InvalidWord;
import ai.igent.maestro.vocabulary.SessionId;

/**
 * Asks an owner service for the values of several grants at once, at most {@value #MOST}, because all their values are in memory together. There is one
 * answer for each fetch, in the order of the asks and, within one, of its fetches. Grants are not printed.
 */
public record ResolveRequests(List<Ask> grants) {
    public static final int MOST = 16;

    public ResolveRequests {
        if (grants == null) throw new InvalidWord("grants are missing");
        grants = List.copyOf(grants);
        if (grants.stream().mapToInt(ask -> ask.fetches().size()).sum() > MOST || grants.size() > MOST)
            throw new InvalidWord("there are more than " + MOST + " grants");
    }

    /**
     * What is asked against one signature.
     *
     * @param traceparent of the one fetch that needs a grant for one session, where {@code sessions} is null; else not heeded
     * @param sessions the fetches that need their session's grant in it
     */
    public record Ask(String grant, String traceparent, List<Fetch> sessions) {
        public Ask {
            sessions = sessions == null ? null : List.copyOf(sessions);
        }

        public List<Fetch> fetches() {
            return sessions == null ? List.of(new Fetch(null, traceparent)) : sessions;
        }

        @Override
        public String toString() {
            return "Ask[grant]";
        }
    }

    /**
     * @param session whose grant is meant; null: that of the one session the grant is for
     * @param traceparent the W3C trace context of the one fetch that needs it, null when it is not traced
     */
    public record Fetch(SessionId session, String traceparent) {}
}
