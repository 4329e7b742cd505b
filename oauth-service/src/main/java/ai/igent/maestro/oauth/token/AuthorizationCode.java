package ai.igent.maestro.oauth.token;

import java.net.URI;

import ai.igent.maestro.vocabulary.SecretValue;

/** A code as a provider handed it out, with what proves that it was handed out to us (RFC 7636). The caller wipes both values. */
public record AuthorizationCode(SecretValue code, SecretValue verifier, URI redirectUri) implements AutoCloseable {
    @Override
    public void close() {
        code.close();
        verifier.close();
    }
}
