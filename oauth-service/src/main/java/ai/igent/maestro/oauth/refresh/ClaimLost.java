package ai.igent.maestro.oauth.refresh;

/** Somebody else settled the refresh, or the connection was authorized anew or revoked meanwhile. */
final class ClaimLost extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final boolean revoked;

    ClaimLost(boolean revoked) {
        super("another attempt decides", null, false, false);
        this.revoked = revoked;
    }

    /** Whether the connection has ended, so that nobody holds tokens of it any more. */
    boolean isRevoked() {
        return revoked;
    }
}
