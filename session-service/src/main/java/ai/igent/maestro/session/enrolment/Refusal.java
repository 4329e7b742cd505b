package ai.igent.maestro.session.enrolment;

/** Why a known code enrols nobody. The code word stands in the audit record. */
enum Refusal {
    USED("code-used"),
    EXPIRED("code-expired"),
    SESSION_OVER("session-ended");

    private final String code;

    Refusal(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }
}
