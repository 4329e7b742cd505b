package ai.igent.maestro.session.phrase;

import java.util.EnumSet;
import java.util.Set;

/** What the reader of a phrase wants its writer to know, as a stable code and a sentence. */
public enum Hint {
    NO_VERB("no-verb", "Say what to do with it: activate or deactivate."),
    QUESTION("question", "This reads as a question; the list of the session's secrets answers it."),
    NEGATED("negated", "A negated wish changes nothing."),
    NOTHING_MATCHED("nothing-matched", "No registered secret matches these words."),
    NOT_ACTIVE("not-active", "Some of these words match none of the active secrets."),
    ALREADY_ACTIVE("already-active", "What matches is active already."),
    PRODUCTION_NOT_NAMED("production-not-named", "Production secrets match too; they are selected only when the phrase says production."),
    NOT_ACTIVATABLE("not-activatable",
            "Some of what matches cannot be activated now: it is expired, compromised, deleted or disconnected."),
    NOT_YOURS("not-yours",
            "The phrase speaks of somebody's secrets by a name that is not known here; only what belongs to this session is selected."),
    CONDITIONAL("conditional", "A wish under a condition is not read; say it when the condition holds."),
    CONTRADICTORY("contradictory", "The phrase takes back what it asks for."),
    EXCEPTION_UNKNOWN("exception-unknown",
            "What is to be left out is not known here: nothing was selected to activate, and nothing was left out of what ends."),
    DURATION_UNCLEAR("duration-unclear", "The phrase speaks of a time that was not understood; without one, consent lasts 8 hours."),
    DURATION_UNUSABLE("duration-unusable",
            "Consent lasts one time for all, from a minute to 30 days, said as in \"for 2 hours\". The phrase says it otherwise, so nothing was selected."),
    REASON_NOT_READ("reason-not-read", "What stands behind a reason was not read; it names something that stays active."),
    TOO_MANY("too-many", "More matches than a person can look through; name fewer."),
    INVISIBLE_CHARACTERS("invisible-characters", "The phrase contains characters that cannot be seen, and was not read.");

    /** Those that say why less may have been taken away than was meant. */
    public static final Set<Hint> OF_TAKING_AWAY = Set.copyOf(EnumSet.of(NO_VERB, QUESTION, NEGATED, CONDITIONAL, NOT_ACTIVE,
            EXCEPTION_UNKNOWN, REASON_NOT_READ, CONTRADICTORY, INVISIBLE_CHARACTERS));

    private final String code;
    private final String detail;

    Hint(String code, String detail) {
        this.code = code;
        this.detail = detail;
    }

    public String code() {
        return code;
    }

    public String detail() {
        return detail;
    }
}
