package ai.igent.maestro.session.phrase;

import java.util.Set;

/** Words whose meaning no catalog, name or tag can change, and those that say nothing unless something is called so. */
final class FixedWords {
    static final Set<String> EVERYTHING = Set.of("everything");
    static final Set<String> ALL = Set.of("all", "every");
    static final Set<String> BOTH = Set.of("both", "all", "every", "each");
    static final Set<String> JOINTS = Set.of(SpokenWords.COMMA, "and", "plus", "also", "or", "then");
    static final Set<String> ONLY = Set.of("only", "just");
    static final Set<String> INCLUDING = Set.of("including", "even");
    static final Set<String> OTHERS = Set.of("else", "other", "others", "rest", "remaining");
    static final Set<String> PUTTING_BACK = Set.of("on");
    static final Set<String> TAKING_BACK = Set.of("off");
    static final Set<String> FILLERS = Set.of("do", "don't", "dont", "does", "doesn't", "have", "has", "got", "get", "there",
            "away", "asap", "immediately", "quickly", "soon", "thanks", "thank", "ok", "okay", "course", "it's", "that's", "there's",
            "one", "ones", "thing", "things", "still", "any", "some", "else", "other", "others", "rest", "remaining", "back", "can't",
            "cannot", "won't", "shouldn't", "mustn't", "nor", "avoid", "refuse", "is", "are", "available", "registered", "active",
            "currently", "couple", "few", "time", "second", "seconds", "minute", "minutes", "hour", "hours", "day", "days", "week",
            "weeks", "today", "tonight", "tomorrow", "max", "maximum", "tops", "rather", "which", "who", "where", "out", "alone", "right",
            "long");
    private static final Set<String> NOISE = Set.of("a", "an", "the", "this", "that", "these", "those", "my", "our", "your", "me", "us",
            "i", "we", "you", "it", "its", "them", "of", "in", "for", "from", "with", "on", "at", "by", "please", "now", "again", "only",
            "just", "too", "here", "session", "sandbox", "run", "secret", "secrets", "credential", "credentials", "key", "keys", "token",
            "tokens", "password", "passwords", "account", "accounts", "variable", "variables", "access", "service", "services",
            "environment", "env", "api", "using", "set", "new", "be", "can", "could", "would", "will", "going", "want", "need", "to", "not",
            "but", "no", "never", "except", "excluding", "without", "minus", "besides", "apart", "aside", "barring", "excepting", "than",
            "instead", "skip", "skipping", "omit", "omitting", "ignore", "ignoring", "leave", "leaving", "sans", "exclude", "keep",
            "keeping", "neither");

    private FixedWords() {}

    static boolean saysAll(String word) {
        return EVERYTHING.contains(word) || ALL.contains(word);
    }

    static boolean saysNothingOfItsOwn(String word) {
        return isReserved(word) || FILLERS.contains(word);
    }

    static boolean isReserved(String word) {
        return NOISE.contains(word) || EVERYTHING.contains(word) || BOTH.contains(word) || JOINTS.contains(word) || INCLUDING.contains(word)
                || EnvironmentWords.of(word).isPresent();
    }
}
