package ai.igent.maestro.oauth.token;

/** Why a token endpoint gave no tokens. Carries nothing the provider wrote. */
public abstract sealed class TokenFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private TokenFailure(String condition) {
        super(condition, null, false, false);
    }

    /** {@code invalid_grant}: the code or refresh token is spent, expired or revoked. */
    public static final class GrantRefused extends TokenFailure {
        private static final long serialVersionUID = 1;

        GrantRefused() {
            super("the provider refused the grant");
        }
    }

    /** Another error in the provider's words: our client, its secret or its permissions are not what the provider expects. */
    public static final class RequestRefused extends TokenFailure {
        private static final long serialVersionUID = 1;

        public RequestRefused() {
            super("the provider refused the request");
        }
    }

    /** The request never left: the address is refused or not reachable. Trying again is safe. */
    public static final class NotSent extends TokenFailure {
        private static final long serialVersionUID = 1;

        NotSent() {
            super("the provider could not be reached");
        }
    }

    /** The provider cannot answer now, or answered something that holds no tokens. It may have issued some. */
    public static final class NoAnswer extends TokenFailure {
        private static final long serialVersionUID = 1;

        NoAnswer() {
            super("the provider gave no usable answer");
        }
    }
}
