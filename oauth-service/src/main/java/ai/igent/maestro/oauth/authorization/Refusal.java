package ai.igent.maestro.oauth.authorization;

import ai.igent.maestro.vocabulary.Word;

/** Why an authorization ended without a connection: on record, and shown on the console's page. */
enum Refusal implements Word {
    STATE_UNKNOWN("state-unknown"),
    STATE_EXPIRED("state-expired"),
    OTHER_PERSON("other-person"),
    OTHER_BROWSER("other-browser"),
    OTHER_PROVIDER("other-provider"),
    WRONG_ISSUER("wrong-issuer"),
    NO_CODE("no-code"),
    ACCESS_DENIED("access-denied"),
    INVALID_SCOPE("invalid-scope"),
    PROVIDER_UNAVAILABLE("provider-unavailable"),
    PROVIDER_ERROR("provider-error"),
    CODE_REFUSED("code-refused"),
    CLIENT_REFUSED("client-refused"),
    ANOTHER_ACCOUNT("another-account"),
    CONNECTION_CHANGED("connection-changed");

    private final String text;

    Refusal(String text) {
        this.text = text;
    }

    /** The refusal for a provider's {@code error}; what we do not know is not repeated. */
    static Refusal ofProvider(String error) {
        return switch (error) {
            case "access_denied" -> ACCESS_DENIED;
            case "invalid_scope" -> INVALID_SCOPE;
            case "unauthorized_client", "application_suspended", "redirect_uri_mismatch" -> CLIENT_REFUSED;
            case "server_error", "temporarily_unavailable" -> PROVIDER_UNAVAILABLE;
            default -> PROVIDER_ERROR;
        };
    }

    @Override
    public String text() {
        return text;
    }
}
