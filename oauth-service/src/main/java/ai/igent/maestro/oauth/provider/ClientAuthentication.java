package ai.igent.maestro.oauth.provider;

/** How our client proves itself at a provider's token endpoint (RFC 6749, section 2.3.1). */
public enum ClientAuthentication {
    CLIENT_SECRET_BASIC,
    CLIENT_SECRET_POST,
    NONE
}
