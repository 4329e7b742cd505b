package ai.igent.maestro.oauth.release;

import java.time.Clock;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import ai.igent.maestro.contracts.internal.Resolved;
import ai.igent.maestro.envelope.DataKey;
import ai.igent.maestro.envelope.EnvelopeFailure;
import ai.igent.maestro.grants.GrantClaims;
import ai.igent.maestro.oauth.connection.Connection;
import ai.igent.maestro.oauth.connection.ReleaseSeal;
import ai.igent.maestro.oauth.token.TokenSeal;
import ai.igent.maestro.oauth.token.TokenSet;
import ai.igent.maestro.oauth.token.TokenType;
import ai.igent.maestro.vocabulary.SecretValue;

/** Decides whether a token may leave, and opens it if so. Local: what it needs has been fetched. */
@ApplicationScoped
class Judge {
    private final ReleaseSeal releaseSeal;
    private final TokenSeal tokenSeal;
    private final Clock clock;

    Judge(ReleaseSeal releaseSeal, TokenSeal tokenSeal, Clock clock) {
        this.releaseSeal = releaseSeal;
        this.tokenSeal = tokenSeal;
        this.clock = clock;
    }

    Judgement of(Candidate candidate, GrantClaims grant, OpenKeys keys) {
        return candidate.objection(grant, clock.instant()).<Judgement>map(why -> new Judgement.Refused(candidate, why))
                .orElseGet(() -> open(candidate, keys));
    }

    private Judgement open(Candidate candidate, OpenKeys keys) {
        Connection connection = candidate.connection().orElseThrow();
        TokenSet tokens = candidate.tokens().orElseThrow();
        Optional<DataKey> signedWith = keys.find(connection.releaseKey());
        Optional<DataKey> sealedWith = keys.find(tokens.dataKey());
        if (signedWith.isEmpty() || sealedWith.isEmpty() || !releaseSeal.holds(signedWith.get(), connection))
            return new Judgement.Refused(candidate, Withheld.SEAL_BROKEN);
        try {
            SecretValue token = tokenSeal.open(sealedWith.get(), connection.owner(), tokens, TokenType.ACCESS);
            return new Judgement.Released(candidate, item(connection, token));
        } catch (EnvelopeFailure broken) {
            return new Judgement.Refused(candidate, Withheld.SEAL_BROKEN);
        }
    }

    private static Resolved.Item item(Connection connection, SecretValue token) {
        return new Resolved.Item(connection.id().text(), connection.generation(), connection.variable().text(),
                connection.expiresAt().orElse(null), token.release());
    }
}
