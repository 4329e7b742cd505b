package ai.igent.maestro.injector.bundle;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;

import jakarta.ws.rs.core.MultivaluedMap;

/** How long a fetch waits for which revision: {@code ?revision=N&wait=PT10S}. Revision 0 is always there. */
record RevisionWait(long revision, Duration patience) {
    static final String REVISION = "revision";
    static final String WAIT = "wait";

    private static final int MOST_DIGITS = 15;

    static RevisionWait of(MultivaluedMap<String, String> query, Duration longest) {
        return new RevisionWait(revision(only(query, REVISION)), patience(only(query, WAIT), longest));
    }

    private static String only(MultivaluedMap<String, String> query, String name) {
        if (query.getOrDefault(name, List.of()).size() > 1) throw new BundleFailure.Invalid(name, "must be given once");
        return query.getFirst(name);
    }

    private static long revision(String text) {
        if (text == null) return 0;
        if (text.isEmpty() || text.length() > MOST_DIGITS || !text.chars().allMatch(digit -> digit >= '0' && digit <= '9'))
            throw new BundleFailure.Invalid(REVISION, "must be a revision's number");
        return Long.parseLong(text);
    }

    private static Duration patience(String text, Duration longest) {
        if (text == null) return Duration.ZERO;
        try {
            Duration patience = Duration.parse(text).truncatedTo(ChronoUnit.MILLIS);
            if (!patience.isNegative() && patience.compareTo(longest) <= 0) return patience;
        } catch (DateTimeParseException notADuration) {
            throw invalidWait(longest);
        }
        throw invalidWait(longest);
    }

    private static BundleFailure.Invalid invalidWait(Duration longest) {
        return new BundleFailure.Invalid(WAIT, "must be an ISO 8601 duration of at most " + longest);
    }
}
