package ai.igent.maestro.session.phrase;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A duration spoken among other words ("for 2 hours", "for half an hour", "for the next 90m"), and the words without it. */
record SpokenDuration(Optional<Duration> duration, List<String> rest) {
    private static final Pattern JOINED = Pattern.compile("(?:(\\d{1,4})d)?(?:(\\d{1,4})(?:h|hr|hrs))?(?:(\\d{1,4})(?:m|min|mins))?");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");
    private static final Set<String> BETWEEN = Set.of("the", "next", "about", "around", "at", "most", "up", "to", "just", "only",
            "another");
    private static final List<String> HALF_MORE = List.of("and", "a", "half");
    private static final Map<String, Integer> NUMBERS = Map.ofEntries(Map.entry("a", 1), Map.entry("an", 1), Map.entry("one", 1),
            Map.entry("two", 2), Map.entry("three", 3), Map.entry("four", 4), Map.entry("five", 5), Map.entry("six", 6),
            Map.entry("seven", 7), Map.entry("eight", 8), Map.entry("ten", 10), Map.entry("twelve", 12), Map.entry("fifteen", 15),
            Map.entry("twenty", 20), Map.entry("thirty", 30), Map.entry("forty", 40));
    private static final Map<String, Duration> UNITS = Map.ofEntries(Map.entry("second", Duration.ofSeconds(1)),
            Map.entry("seconds", Duration.ofSeconds(1)), Map.entry("minute", Duration.ofMinutes(1)),
            Map.entry("minutes", Duration.ofMinutes(1)), Map.entry("min", Duration.ofMinutes(1)),
            Map.entry("mins", Duration.ofMinutes(1)), Map.entry("hour", Duration.ofHours(1)), Map.entry("hours", Duration.ofHours(1)),
            Map.entry("day", Duration.ofDays(1)), Map.entry("days", Duration.ofDays(1)), Map.entry("week", Duration.ofDays(7)),
            Map.entry("weeks", Duration.ofDays(7)));

    SpokenDuration {
        rest = List.copyOf(rest);
    }

    /** The first duration counts; a further one is left among the words, where it means nothing. */
    static SpokenDuration in(List<String> words) {
        for (int at = 0; at + 1 < words.size(); at++) {
            if (!words.get(at).equals("for")) continue;
            var spoken = after(words, at);
            if (spoken.isPresent()) return spoken.get();
        }
        return new SpokenDuration(Optional.empty(), words);
    }

    /** Whether a time is spoken of, but not in a way that was understood. */
    boolean isUnclear() {
        return duration.isEmpty() && rest.stream().anyMatch(UNITS::containsKey);
    }

    private static Optional<SpokenDuration> after(List<String> words, int preposition) {
        int at = preposition + 1;
        while (at < words.size() && BETWEEN.contains(words.get(at)))
            at++;
        if (at == words.size()) return Optional.empty();
        if (words.subList(at, Math.min(at + 3, words.size())).equals(List.of("half", "an", "hour")))
            return Optional.of(without(words, preposition, at + 3, Duration.ofMinutes(30)));
        Matcher joined = JOINED.matcher(words.get(at));
        if (joined.matches()) return Optional.of(without(words, preposition, at + 1, sum(joined)));
        return counted(words, preposition, at);
    }

    private static Optional<SpokenDuration> counted(List<String> words, int preposition, int at) {
        if (at + 1 >= words.size() || !UNITS.containsKey(words.get(at + 1))) return Optional.empty();
        Duration unit = UNITS.get(words.get(at + 1));
        Optional<Duration> whole = number(words.get(at)).map(unit::multipliedBy);
        boolean halfMore = words.subList(at + 2, Math.min(at + 5, words.size())).equals(HALF_MORE);
        return whole.map(duration -> halfMore
                ? without(words, preposition, at + 5, duration.plus(unit.dividedBy(2)))
                : without(words, preposition, at + 2, duration));
    }

    private static Optional<Integer> number(String word) {
        return NUMBER.matcher(word).matches() ? Optional.of(Integer.parseInt(word)) : Optional.ofNullable(NUMBERS.get(word));
    }

    private static Duration sum(Matcher joined) {
        return Duration.ofDays(count(joined.group(1))).plusHours(count(joined.group(2))).plusMinutes(count(joined.group(3)));
    }

    private static int count(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static SpokenDuration without(List<String> words, int from, int to, Duration duration) {
        List<String> rest = new ArrayList<>(words.subList(0, from));
        rest.addAll(words.subList(to, words.size()));
        return new SpokenDuration(Optional.of(duration), rest);
    }
}
