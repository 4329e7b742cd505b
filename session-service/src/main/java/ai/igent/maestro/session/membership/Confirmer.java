package ai.igent.maestro.session.membership;

import java.time.Instant;

import ai.igent.maestro.web.identity.Caller;

/**
 * A person who gives consent.
 *
 * @param issuedAt when the issuer made the person's token; issuers say it in whole seconds
 */
public record Confirmer(Caller.Person person, Instant issuedAt) {
    public String subject() {
        return person.subject();
    }
}
