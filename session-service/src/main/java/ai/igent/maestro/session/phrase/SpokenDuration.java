package ai.igent.maestro.session.phrase;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A duration spoken among other words ("for 2 hours", "for half an hour", "for 90m"), and the words without it. */
record SpokenDuration(Optional<Duration> duration, List<String> rest) {
    private static final Pattern JOINED = Pattern.compile("(\\d{1,4})(m|min|mins|h|hr|hrs|d)");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");
    private static final Map<String, Integer> NUMBERS = Map.ofEntries(Map.entry("a", 1), Map.entry("an", 1), Map.entry("one", 1),
            Map.entry("two", 2), Map.entry("three", 3), Map.entry("four", 4), Map.entry("five", 5), Map.entry("six", 6),
            Map.entry("seven", 7), Map.entry("eight", 8), Map.entry("ten", 10), Map.entry("twelve", 12), Map.entry("fifteen", 15),
            Map.entry("twenty", 20), Map.entry("thirty", 30), Map.entry("forty", 40));
    private static final Map<String, Duration> UNITS = Map.of("minute", Duration.ofMinutes(1), "minutes", Duration.ofMinutes(1), "min",
            Duration.ofMinutes(1), "mins", Duration.ofMinutes(1), "hour", Duration.ofHours(1), "hours", Duration.ofHours(1), "day",
            Duration.ofDays(1), "days", Duration.ofDays(1));

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

    private static Optional<SpokenDuration> after(List<String> words, int preposition) {
        int at = preposition + 1;
        if (words.get(at).equals("half"))
            return words.subList(at, Math.min(at + 3, words.size())).equals(List.of("half", "an", "hour"))
                    ? Optional.of(without(words, preposition, at + 3, Duration.ofMinutes(30)))
                    : Optional.empty();
        Matcher joined = JOINED.matcher(words.get(at));
        if (joined.matches()) return Optional.of(without(words, preposition, at + 1, times(unitOf(joined.group(2)), joined.group(1))));
        return counted(words, preposition);
    }

    private static Optional<SpokenDuration> counted(List<String> words, int preposition) {
        int at = preposition + 1;
        if (at + 1 >= words.size() || !UNITS.containsKey(words.get(at + 1))) return Optional.empty();
        Duration unit = UNITS.get(words.get(at + 1));
        String count = words.get(at);
        if (NUMBER.matcher(count).matches()) return Optional.of(without(words, preposition, at + 2, times(unit, count)));
        return Optional.ofNullable(NUMBERS.get(count)).map(number -> without(words, preposition, at + 2, unit.multipliedBy(number)));
    }

    private static Duration times(Duration unit, String count) {
        return unit.multipliedBy(Integer.parseInt(count));
    }

    private static Duration unitOf(String letters) {
        return switch (letters.charAt(0)) {
            case 'm' -> Duration.ofMinutes(1);
            case 'h' -> Duration.ofHours(1);
            default -> Duration.ofDays(1);
        };
    }

    private static SpokenDuration without(List<String> words, int from, int to, Duration duration) {
        List<String> rest = new ArrayList<>(words.subList(0, from));
        rest.addAll(words.subList(to, words.size()));
        return new SpokenDuration(Optional.of(duration), rest);
    }
}
