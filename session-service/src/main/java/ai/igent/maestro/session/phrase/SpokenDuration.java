package ai.igent.maestro.session.phrase;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import ai.igent.maestro.session.activation.ConsentDuration;

/**
 * How long something is to last, as a phrase says it ("for 2 hours", "until tomorrow"), and the words without it.
 *
 * @param duration what is said, if it is said once, in a way that is understood, and consent can last so
 * @param usable false when something is said that {@code duration} cannot be: no other time may be put in its place
 */
record SpokenDuration(Optional<Duration> duration, boolean usable, List<String> rest) {
    private static final Set<String> PREPOSITIONS = Set.of("for", "within", "during", "next");
    private static final Set<String> BETWEEN = Set.of("the", "next", "about", "around", "at", "most", "least", "up", "to", "just", "only",
            "another", "approximately", "roughly", "no", "not", "more", "than", "a", "maximum", "max", "of", "exactly");
    private static final Set<String> VAGUE = Set.of("few", "several", "some", "many", "couple", "dozen", "hundred", "thousand", "half",
            "quarter", "whole", "entire", "full", "rest", "this", "minus", "negative", "or", "and", "all", "other", "long", "little");
    private static final Set<String> WHOLE = Set.of("all", "every", "each", "whole", "entire");
    private static final int FAR = 6;
    /** Stands among the words where the time stood. */
    static final String PLACE = "\u23f1";

    SpokenDuration {
        rest = List.copyOf(rest);
    }

    static SpokenDuration in(List<String> words) {
        Set<Duration> said = new HashSet<>();
        boolean usable = true;
        List<String> rest = new ArrayList<>();
        for (int at = 0; at < words.size();) {
            Optional<Amount> amount = amountBehind(words, at);
            int end = amount.map(Amount::end).orElse(endOfOther(words, at));
            if (end == at) rest.add(words.get(at++));
            else {
                amount.map(Amount::duration).ifPresent(said::add);
                usable &= amount.isPresent();
                rest.add(PLACE);
                at = end;
            }
        }
        usable &= said.size() <= 1 && said.stream().allMatch(ConsentDuration::isPossible);
        return new SpokenDuration(usable ? said.stream().findFirst() : Optional.empty(), usable, rest);
    }

    /** Whether it may be what a reason speaks of ("because it ran for 3 days"): such a time makes nothing last longer than usual. */
    boolean isLongerThanUsual() {
        return duration.filter(said -> said.compareTo(ConsentDuration.USUAL) > 0).isPresent();
    }

    private static Optional<Amount> amountBehind(List<String> words, int preposition) {
        if (!PREPOSITIONS.contains(words.get(preposition))) return Optional.empty();
        boolean next = false;
        for (int at = preposition + 1; at < words.size(); at++) {
            var amount = Amount.in(words, at);
            if (amount.isPresent()) return amount;
            next |= words.get(at).equals("next");
            if (!BETWEEN.contains(words.get(at))) return next ? one(words, at) : Optional.empty();
        }
        return Optional.empty();
    }

    /** "The next hour". */
    private static Optional<Amount> one(List<String> words, int at) {
        return TimeWords.unit(words.get(at)).map(unit -> new Amount(unit, at + 1));
    }

    /** Where a time that begins at {@code at} ends, when it is none that could be counted; {@code at} itself when there is none. */
    private static int endOfOther(List<String> words, int at) {
        String word = words.get(at);
        if (WHOLE.contains(word) && at + 1 < words.size() && TimeWords.isSpan(words.get(at + 1))) return at + 2;
        if (TimeWords.isUnbounded(word)) return at + 1;
        if (TimeWords.isEnding(word)) return endOfMoment(words, at);
        return PREPOSITIONS.contains(word) ? endOfSpan(words, at) : at;
    }

    private static int endOfSpan(List<String> words, int preposition) {
        for (int at = preposition + 1; at < Math.min(words.size(), preposition + FAR); at++) {
            String word = words.get(at);
            if (TimeWords.isSpan(word)) return at == preposition + 1 && TimeWords.unit(word).isPresent() ? preposition : at + 1;
            if (!BETWEEN.contains(word) && !VAGUE.contains(word) && !Amount.isNumber(word)) return preposition;
        }
        return preposition;
    }

    private static int endOfMoment(List<String> words, int ending) {
        for (int at = ending + 1; at < Math.min(words.size(), ending + FAR) && !isPause(words.get(at)); at++)
            if (TimeWords.isMoment(words.get(at))) return at + 1;
        return ending;
    }

    private static boolean isPause(String word) {
        return word.equals(SpokenWords.COMMA) || word.equals(SpokenWords.STOP);
    }
}
