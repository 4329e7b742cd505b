package ai.igent.maestro.oauth.authorization;

import java.util.Optional;

import org.jboss.resteasy.reactive.RestQuery;

import ai.igent.maestro.vocabulary.InvalidWord;
import ai.igent.maestro.vocabulary.SecretValue;

/** What a provider put into the address it sent the browser back to (RFC 6749, section 4.1.2; RFC 9207). Nothing of it is believed yet. */
public class ProviderAnswer {
    @RestQuery
    String code;

    @RestQuery
    String state;

    @RestQuery
    String error;

    @RestQuery
    String iss;

    Optional<Nonce> state() {
        return Nonce.isWellFormed(state) ? Optional.of(new Nonce(state)) : Optional.empty();
    }

    Optional<String> issuer() {
        return Optional.ofNullable(iss);
    }

    /** The code, for the caller to wipe. @throws AuthorizationRefused when there is an error instead, or nothing */
    SecretValue code() {
        if (error != null) throw new AuthorizationRefused(Refusal.ofProvider(error));
        try {
            return SecretValue.of(code);
        } catch (InvalidWord none) {
            throw new AuthorizationRefused(Refusal.NO_CODE);
        }
    }
}
