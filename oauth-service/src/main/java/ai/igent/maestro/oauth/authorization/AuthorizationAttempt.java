package ai.igent.maestro.oauth.authorization;

import java.time.Duration;
import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import ai.igent.maestro.oauth.connection.Connection;
import ai.igent.maestro.oauth.provider.ProviderKey;
import ai.igent.maestro.vocabulary.ConnectionId;
import ai.igent.maestro.web.identity.Caller;

/** One person's visit to a provider's authorization page, as far as it must be known again when the person comes back. */
@Entity
@Table(name = "authorization_attempt")
class AuthorizationAttempt {
    static final Duration LIFE = Duration.ofMinutes(10);

    @Id
    private String stateHash;
    private String browserHash;
    private String connectionId;
    private String subject;
    private String provider;
    private Instant expiresAt;

    protected AuthorizationAttempt() {}

    static AuthorizationAttempt begin(Connection connection, Nonce state, BrowserSecret browser, Caller.Person person, Instant now) {
        var attempt = new AuthorizationAttempt();
        attempt.stateHash = state.hash();
        attempt.browserHash = browser.hash();
        attempt.connectionId = connection.id().text();
        attempt.subject = person.subject();
        attempt.provider = connection.provider().text();
        attempt.expiresAt = now.plus(LIFE);
        return attempt;
    }

    /** @throws AuthorizationRefused unless the same person came back in the same browser, from the same provider, in time */
    void require(Return came, Instant now) {
        if (!subject.equals(came.person().subject())) throw new AuthorizationRefused(Refusal.OTHER_PERSON);
        if (!came.isFrom(browserHash)) throw new AuthorizationRefused(Refusal.OTHER_BROWSER);
        if (!provider.equals(came.provider().text())) throw new AuthorizationRefused(Refusal.OTHER_PROVIDER);
        if (!now.isBefore(expiresAt)) throw new AuthorizationRefused(Refusal.STATE_EXPIRED);
    }

    ConnectionId connection() {
        return new ConnectionId(connectionId);
    }

    ProviderKey provider() {
        return new ProviderKey(provider);
    }
}
