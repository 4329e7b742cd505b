package ai.igent.maestro.session.phrase;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An amount of time as words say it: "2 hours and 30 minutes", "an hour and a half", "half a day", "1h30m". Zero and less are amounts too. */
record Amount(Duration duration, int end) {
    private static final String SIGN = "(?<sign>[-\u2212\u2013])?";
    private static final Pattern JOINED = Pattern.compile(SIGN + "(?:pt?)?(?:(?<weeks>\\d{1,9})w)?(?:(?<days>\\d{1,9})d)?t?"
            + "(?:(?<hours>\\d{1,9}(?:\\.\\d{1,3})?)(?:h|hrs?|hours?)(?:(?<past>\\d{2})$)?)?"
            + "(?:(?<minutes>\\d{1,9})(?:m|mins?|minutes?))?(?:(?<seconds>\\d{1,9})(?:s|secs?|seconds?))?");
    private static final Pattern NUMBER = Pattern.compile(SIGN + "(?<number>\\d{1,9}(?:\\.\\d{1,3})?)");
    private static final Map<String, Integer> NUMBERS = Map.ofEntries(Map.entry("zero", 0), Map.entry("a", 1), Map.entry("an", 1),
            Map.entry("one", 1), Map.entry("two", 2), Map.entry("couple", 2), Map.entry("three", 3), Map.entry("four", 4),
            Map.entry("five", 5), Map.entry("six", 6), Map.entry("seven", 7), Map.entry("eight", 8), Map.entry("nine", 9),
            Map.entry("ten", 10), Map.entry("eleven", 11), Map.entry("twelve", 12), Map.entry("fifteen", 15), Map.entry("twenty", 20),
            Map.entry("thirty", 30), Map.entry("forty", 40), Map.entry("forty-five", 45), Map.entry("fifty", 50), Map.entry("sixty", 60),
            Map.entry("ninety", 90));
    private static final Set<String> ARTICLES = Set.of("a", "an");
    private static final Set<String> AND = Set.of("and", SpokenWords.COMMA);

    /** The longest amount that begins at {@code at}. */
    static Optional<Amount> in(List<String> words, int at) {
        return part(words, at).map(first -> first.extended(words));
    }

    private static Optional<Amount> part(List<String> words, int at) {
        if (at >= words.size()) return Optional.empty();
        return joined(words, at).or(() -> half(words, at)).or(() -> counted(words, at));
    }

    /** "2 hours and 30 minutes" is one amount, "2 hours and a key" is not, and neither is "2 hours and 3 days". */
    private Amount extended(List<String> words) {
        if (startsWith(words, end, "and", "a", "half")) return new Amount(duration.plus(unitBefore(words).dividedBy(2)), end + 3);
        int next = end < words.size() && AND.contains(words.get(end)) ? end + 1 : end;
        if (next < words.size() && ARTICLES.contains(words.get(next))) return this;
        return part(words, next).filter(more -> more.duration.abs().compareTo(duration.abs()) < 0 && !duration.isNegative())
                .map(more -> new Amount(duration.plus(more.duration), more.end)).orElse(this);
    }

    private Duration unitBefore(List<String> words) {
        return TimeWords.unit(words.get(end - 1)).orElse(Duration.ofHours(1));
    }

    private static Optional<Amount> joined(List<String> words, int at) {
        Matcher joined = JOINED.matcher(words.get(at));
        if (!joined.matches() || joined.namedGroups().keySet().stream().allMatch(each -> joined.group(each) == null || each.equals("sign")))
            return Optional.empty();
        Duration sum = times(joined.group("weeks"), Duration.ofDays(7)).plus(times(joined.group("days"), Duration.ofDays(1)))
                .plus(times(joined.group("hours"), Duration.ofHours(1))).plus(times(joined.group("past"), Duration.ofMinutes(1)))
                .plus(times(joined.group("minutes"), Duration.ofMinutes(1))).plus(times(joined.group("seconds"), Duration.ofSeconds(1)));
        return Optional.of(new Amount(signed(joined, sum), at + 1));
    }

    private static Duration signed(Matcher number, Duration amount) {
        return number.group("sign") == null ? amount : amount.negated();
    }

    /** "Half an hour", "half a day", "a half hour". */
    private static Optional<Amount> half(List<String> words, int at) {
        int half = startsWith(words, at, "a", "half") ? at + 1 : at;
        if (!words.get(half).equals("half")) return Optional.empty();
        int unit = half + 1 < words.size() && ARTICLES.contains(words.get(half + 1)) ? half + 2 : half + 1;
        return unitAt(words, unit).map(whole -> new Amount(whole.dividedBy(2), unit + 1));
    }

    /** "Two hours", "a couple of hours", "one and a half hours". */
    private static Optional<Amount> counted(List<String> words, int at) {
        int number = startsWith(words, at, "a", "couple") ? at + 1 : at;
        int behind = number + 1;
        boolean halfMore = startsWith(words, behind, "and", "a", "half");
        int unit = halfMore ? behind + 3 : startsWith(words, behind, "of") ? behind + 1 : behind;
        return unitAt(words, unit).flatMap(one -> multiple(words.get(number), one)
                .map(whole -> new Amount(halfMore ? whole.plus(one.dividedBy(2)) : whole, unit + 1)));
    }

    private static Optional<Duration> unitAt(List<String> words, int at) {
        return at < words.size() ? TimeWords.unit(words.get(at)) : Optional.empty();
    }

    private static Optional<Duration> multiple(String word, Duration unit) {
        Matcher number = NUMBER.matcher(word);
        if (!number.matches()) return Optional.ofNullable(NUMBERS.get(word)).map(unit::multipliedBy);
        return Optional.of(signed(number, times(number.group("number"), unit)));
    }

    private static Duration times(String number, Duration unit) {
        if (number == null) return Duration.ZERO;
        return Duration.ofSeconds(new BigDecimal(number).multiply(BigDecimal.valueOf(unit.toSeconds())).longValue());
    }

    private static boolean startsWith(List<String> words, int at, String... expected) {
        return at + expected.length <= words.size() && words.subList(at, at + expected.length).equals(List.of(expected));
    }

    static boolean isNumber(String word) {
        return !word.isEmpty() && (NUMBERS.containsKey(word) || Character.isDigit(word.codePointAt(word.length() - 1)));
    }
}
