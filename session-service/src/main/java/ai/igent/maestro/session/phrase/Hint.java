package ai.igent.maestro.session.phrase;

/** What the reader of a phrase wants its writer to know, as a stable code and a sentence. */
public enum Hint {
    NO_VERB("no-verb", "Say what to do with it: activate or deactivate."),
    QUESTION("question", "This reads as a question; the list of the session's secrets answers it."),
    NEGATED("negated", "A negated wish changes nothing."),
    NOTHING_MATCHED("nothing-matched", "No registered secret matches these words."),
    NOT_ACTIVE("not-active", "None of the active secrets matches these words."),
    ALREADY_ACTIVE("already-active", "What matches is active already."),
    PRODUCTION_NOT_NAMED("production-not-named", "Production secrets match too; they are selected only when the phrase says production."),
    NOT_ACTIVATABLE("not-activatable",
            "Some of what matches cannot be activated now: it is expired, compromised, deleted or disconnected."),
    NOT_YOURS("not-yours",
            "The phrase speaks of somebody's secrets by a name that is not known here; only what belongs to this session is selected."),
    CONDITIONAL("conditional", "A wish under a condition is not read; say it when the condition holds."),
    CONTRADICTORY("contradictory", "The phrase takes back what it asks for."),
    EXCEPTION_UNKNOWN("exception-unknown", "What is to be left out is not known here, so nothing was selected."),
    DURATION_UNCLEAR("duration-unclear", "The phrase speaks of a time that was not understood; without one, consent lasts 8 hours."),
    TOO_MANY("too-many", "More matches than a person can look through; name fewer."),
    INVISIBLE_CHARACTERS("invisible-characters", "The phrase contains characters that cannot be seen, and was not read.");

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
