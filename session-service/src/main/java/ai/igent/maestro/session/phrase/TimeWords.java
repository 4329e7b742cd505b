package ai.igent.maestro.session.phrase;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Words that speak of time. */
final class TimeWords {
    private static final Map<String, Duration> UNITS = Map.ofEntries(Map.entry("second", Duration.ofSeconds(1)),
            Map.entry("seconds", Duration.ofSeconds(1)), Map.entry("sec", Duration.ofSeconds(1)), Map.entry("secs", Duration.ofSeconds(1)),
            Map.entry("minute", Duration.ofMinutes(1)), Map.entry("minutes", Duration.ofMinutes(1)),
            Map.entry("min", Duration.ofMinutes(1)), Map.entry("mins", Duration.ofMinutes(1)), Map.entry("m", Duration.ofMinutes(1)),
            Map.entry("hour", Duration.ofHours(1)), Map.entry("hours", Duration.ofHours(1)), Map.entry("h", Duration.ofHours(1)),
            Map.entry("hr", Duration.ofHours(1)), Map.entry("hrs", Duration.ofHours(1)), Map.entry("day", Duration.ofDays(1)),
            Map.entry("days", Duration.ofDays(1)), Map.entry("week", Duration.ofDays(7)), Map.entry("weeks", Duration.ofDays(7)));
    /** What has no fixed length. */
    private static final Set<String> SPANS = Set.of("month", "months", "year", "years", "fortnight", "weekend", "night", "morning",
            "afternoon", "evening", "today", "tonight", "tomorrow");
    private static final Set<String> UNBOUNDED = Set.of("forever", "permanently", "indefinitely");
    private static final Set<String> MOMENTS = Set.of("noon", "midnight", "monday", "tuesday", "wednesday", "thursday", "friday",
            "saturday", "sunday", "eod", "eow", "cob", "later");
    private static final Set<String> ENDINGS = Set.of("until", "till", "til");
    private static final Pattern JOINED = Pattern.compile("\\d+(?:[hmdsw]|hrs?|mins?|secs?|hours?|minutes?|days?)");
    private static final Pattern CLOCK = Pattern.compile("\\d{1,2}(?:[:.h]?\\d{2})?(?:am|pm|h)?");

    private TimeWords() {}

    static Optional<Duration> unit(String word) {
        return Optional.ofNullable(UNITS.get(word));
    }

    /** Whether it names a stretch of time, of a fixed length or not. */
    static boolean isSpan(String word) {
        return UNITS.containsKey(word) || SPANS.contains(word);
    }

    /** Whether it names a point in time. */
    static boolean isMoment(String word) {
        return isSpan(word) || MOMENTS.contains(word) || CLOCK.matcher(word).matches();
    }

    static boolean isUnbounded(String word) {
        return UNBOUNDED.contains(word);
    }

    static boolean isEnding(String word) {
        return ENDINGS.contains(word);
    }

    /** Whether it is about time whatever stands beside it. */
    static boolean isTime(String word) {
        return isSpan(word) && word.length() > 1 || isEnding(word) || JOINED.matcher(word).matches();
    }
}
