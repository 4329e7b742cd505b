package ai.igent.maestro.vocabulary;

/** Something is not a word of this suite. {@link #reason()} may be shown to whoever sent it: it never repeats what was sent. */
public final class InvalidWord extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final String reason;

    public InvalidWord(String reason) {
        super(reason);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
