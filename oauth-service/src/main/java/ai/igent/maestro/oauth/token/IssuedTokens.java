package ai.igent.maestro.oauth.token;

import java.time.Duration;
import java.util.Optional;

import ai.igent.maestro.oauth.provider.Scopes;
import ai.igent.maestro.vocabulary.SecretValue;

/**
 * What a token endpoint answered. Whoever receives it closes it, which wipes the tokens.
 *
 * @param life how long the access token is good for, when the provider says
 * @param scopes what was granted, when the provider says; otherwise it granted what was asked for (RFC 6749, section 5.1)
 */
public record IssuedTokens(SecretValue access, Optional<SecretValue> refresh, Optional<Duration> life,
        Optional<Scopes> scopes) implements AutoCloseable {
    /** The same with that refresh token. */
    public IssuedTokens withRefresh(Optional<SecretValue> other) {
        return new IssuedTokens(access, other, life, scopes);
    }

    @Override
    public void close() {
        access.close();
        refresh.ifPresent(SecretValue::close);
    }
}
