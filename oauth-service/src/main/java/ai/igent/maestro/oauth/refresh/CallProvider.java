package ai.igent.maestro.oauth.refresh;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.envelope.OwnerKeys;
import ai.igent.maestro.oauth.provider.Provider;
import ai.igent.maestro.oauth.provider.Providers;
import ai.igent.maestro.oauth.token.IssuedTokens;
import ai.igent.maestro.oauth.token.TokenEndpoint;
import ai.igent.maestro.oauth.token.TokenFailure;
import ai.igent.maestro.oauth.token.TokenSeal;
import ai.igent.maestro.oauth.token.TokenType;
import ai.igent.maestro.vocabulary.SecretValue;

/** Presents a refresh token to its provider, once. */
@ApplicationScoped
class CallProvider {
    private final Providers providers;
    private final OwnerKeys keys;
    private final TokenSeal seal;
    private final TokenEndpoint endpoint;

    CallProvider(Providers providers, OwnerKeys keys, TokenSeal seal, TokenEndpoint endpoint) {
        this.providers = providers;
        this.keys = keys;
        this.seal = seal;
        this.endpoint = endpoint;
    }

    /** The new tokens, for the caller to wipe; the refresh token among them is the old one when the provider sent none. */
    Uni<IssuedTokens> with(Claim.Granted claim) {
        return Uni.createFrom().item(() -> provider(claim))
                .chain(provider -> refreshToken(claim).chain(token -> ask(provider, token)));
    }

    Provider provider(Claim.Granted claim) {
        return providers.find(claim.connection().provider()).filter(Provider::isConfigured).orElseThrow(TokenFailure.RequestRefused::new);
    }

    private Uni<SecretValue> refreshToken(Claim.Granted claim) {
        return keys.with(claim.connection().owner(), claim.tokens().dataKey(),
                key -> seal.open(key, claim.connection().owner(), claim.tokens(), TokenType.REFRESH));
    }

    private Uni<IssuedTokens> ask(Provider provider, SecretValue token) {
        return endpoint.refresh(provider, token)
                .onFailure().invoke(token::close)
                .map(issued -> issued.refresh().isPresent() ? close(token, issued) : issued.withRefresh(Optional.of(token)));
    }

    private static IssuedTokens close(SecretValue old, IssuedTokens issued) {
        old.close();
        return issued;
    }
}
