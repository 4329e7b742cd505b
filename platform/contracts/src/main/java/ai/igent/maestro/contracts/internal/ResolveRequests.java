package ai.igent.maestro.contracts.internal;

import java.util.List;

import ai.igent.maestro.vocabulary.InvalidWord;

/**
 * Asks an owner service for the values of several grants at once, at most {@value #MOST}, because all their values are in memory together. Grants are
 * not printed.
 */
public record ResolveRequests(List<Ask> grants) {
    public static final int MOST = 16;

    public ResolveRequests {
        if (grants == null) throw new InvalidWord("grants are missing");
        if (grants.size() > MOST) throw new InvalidWord("there are more than " + MOST + " grants");
        grants = List.copyOf(grants);
    }

    /** {@code traceparent}: the W3C trace context of the one fetch that needs it, null when it is not traced. */
    public record Ask(String grant, String traceparent) {
        @Override
        public String toString() {
            return "Ask[grant]";
        }
    }
}
