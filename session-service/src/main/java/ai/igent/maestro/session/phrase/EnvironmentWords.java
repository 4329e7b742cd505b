package ai.igent.maestro.session.phrase;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import ai.igent.maestro.session.candidate.Candidate;
import ai.igent.maestro.vocabulary.Environment;

/** Words for environments, alone ("prod"), denied ("non-prod") and as parts of names ("AWS_PROD"). A part behind "non" or "pre" names nothing. */
final class EnvironmentWords {
    static final String NON = "non";
    private static final Map<String, Environment> WORDS = Map.of("development", Environment.DEVELOPMENT, "dev", Environment.DEVELOPMENT,
            "staging", Environment.STAGING, "stage", Environment.STAGING, "production", Environment.PRODUCTION, "prod",
            Environment.PRODUCTION);
    private static final Set<String> DENIALS = Set.of(NON, "not", "no", "pre", "anti", "un", "ex");
    private static final Pattern DENIED = Pattern.compile("(?:non|not|no)[_.-]?(.+)");
    private static final Pattern BETWEEN_PARTS = Pattern.compile("[_\\s.-]+");

    private EnvironmentWords() {}

    static Optional<Environment> of(String word) {
        return Optional.ofNullable(WORDS.get(word));
    }

    /** "non-production", "nonprod": everything but that. */
    static Optional<Environment> excludedBy(String word) {
        var denied = DENIED.matcher(word);
        return denied.matches() ? of(denied.group(1)) : Optional.empty();
    }

    /** What the parts of a name or label name. */
    static Set<Environment> within(String folded) {
        Set<Environment> named = EnumSet.noneOf(Environment.class);
        String before = "";
        for (String part : BETWEEN_PARTS.split(folded)) {
            if (!DENIALS.contains(before)) of(part).ifPresent(named::add);
            before = part;
        }
        return named;
    }

    /** A candidate's environment, or without one what its account's name says. */
    static Set<Environment> labelsOf(Candidate candidate) {
        if (candidate.environment() != null) return Set.of(candidate.environment());
        return candidate.account() == null ? Set.of() : within(SpokenWords.fold(candidate.account()));
    }
}
