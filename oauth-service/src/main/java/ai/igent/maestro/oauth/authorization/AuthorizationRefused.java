package ai.igent.maestro.oauth.authorization;

/** Ends an authorization. Never reaches a client as such: the person is sent to a page that tells why. */
final class AuthorizationRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Refusal why;

    AuthorizationRefused(Refusal why) {
        super(why.text(), null, false, false);
        this.why = why;
    }

    Refusal why() {
        return why;
    }
}
