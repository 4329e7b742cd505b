package ai.igent.maestro.audit.verification;

import com.fasterxml.jackson.annotation.JsonValue;

/** What can be wrong with an entry. */
public enum Flaw {
    /** No entry has this sequence, or the chain ends before its head does. */
    MISSING("missing"),
    /** It stands behind the head, or in a chain that has none: the service did not append it. */
    INSERTED("inserted"),
    /** It does not continue the entry before it. */
    UNLINKED("unlinked"),
    /** Its hash is not that of its content and place. */
    CHANGED("changed"),
    /** A column says something else than the content. */
    MISLABELLED("mislabelled"),
    /** The head names another hash than the last entry has. */
    WRONG_HEAD("wrong-head");

    private final String text;

    Flaw(String text) {
        this.text = text;
    }

    @JsonValue
    public String text() {
        return text;
    }
}
