package ai.igent.maestro.oauth.release;

import java.time.Clock;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import ai.igent.maestro.contracts.internal.GitUse;
import ai.igent.maestro.contracts.internal.Resolved;
import ai.igent.maestro.envelope.DataKey;
import ai.igent.maestro.envelope.EnvelopeFailure;
import ai.igent.maestro.grants.GrantClaims;
import ai.igent.maestro.oauth.connection.AccountLabel;
import ai.igent.maestro.oauth.connection.Connection;
import ai.igent.maestro.oauth.connection.ReleaseSeal;
import ai.igent.maestro.oauth.provider.Provider;
import ai.igent.maestro.oauth.provider.Providers;
import ai.igent.maestro.oauth.token.TokenSeal;
import ai.igent.maestro.oauth.token.TokenSet;
import ai.igent.maestro.oauth.token.TokenType;
import ai.igent.maestro.vocabulary.SecretValue;

/** Decides whether a token may leave, and opens it if so. Local: what it needs has been fetched. */
@ApplicationScoped
class Judge {
    private final ReleaseSeal releaseSeal;
    private final TokenSeal tokenSeal;
    private final Providers providers;
    private final Clock clock;

    Judge(ReleaseSeal releaseSeal, TokenSeal tokenSeal, Providers providers, Clock clock) {
        this.releaseSeal = releaseSeal;
        this.tokenSeal = tokenSeal;
        this.providers = providers;
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

    private Resolved.Item item(Connection connection, SecretValue token) {
        return new Resolved.Item(connection.id().text(), connection.generation(), connection.variable().text(),
                connection.expiresAt().orElse(null), token.release(), gitUse(connection));
    }

    private GitUse gitUse(Connection connection) {
        return providers.find(connection.provider()).flatMap(provider -> gitUse(connection, provider)).orElse(null);
    }

    private static Optional<GitUse> gitUse(Connection connection, Provider provider) {
        String account = connection.account().map(AccountLabel::text).orElse(null);
        return provider.gitUsername().flatMap(username -> provider.gitHost().map(host -> new GitUse(host, username, account)));
    }
}
