package ai.igent.maestro.session.activation;

import java.time.Duration;
import java.time.Instant;

import ai.igent.maestro.session.session.Session;
import ai.igent.maestro.vocabulary.InvalidWord;
import ai.igent.maestro.vocabulary.Owner;

/** How long consent lasts: 8 hours unless said otherwise, never beyond the session, and never more than 8 hours for an organization's secret. */
public final class ConsentDuration {
    public static final Duration USUAL = Duration.ofHours(8);
    public static final Duration LONGEST_OF_ORGANIZATION = Duration.ofHours(8);
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(30);

    private ConsentDuration() {}

    /** @throws InvalidWord when {@code wished} is out of bounds; null is within */
    public static void check(Duration wished) {
        if (wished != null && !isPossible(wished)) throw new InvalidWord("duration must be between " + SHORTEST + " and " + LONGEST);
    }

    public static boolean isPossible(Duration wished) {
        return wished.compareTo(SHORTEST) >= 0 && wished.compareTo(LONGEST) <= 0;
    }

    public static Instant end(Instant start, Duration duration, Owner owner, Session session) {
        boolean bounded = owner.kind() == Owner.Kind.ORGANIZATION && duration.compareTo(LONGEST_OF_ORGANIZATION) > 0;
        Instant end = start.plus(bounded ? LONGEST_OF_ORGANIZATION : duration);
        return end.isBefore(session.expiresAt()) ? end : session.expiresAt();
    }
}
