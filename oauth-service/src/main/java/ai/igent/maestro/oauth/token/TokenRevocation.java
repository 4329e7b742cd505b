package ai.igent.maestro.oauth.token;

import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.egress.EgressFailure;
import ai.igent.maestro.envelope.DataKey;
import ai.igent.maestro.envelope.EnvelopeFailure;
import ai.igent.maestro.envelope.OwnerKeys;
import ai.igent.maestro.oauth.provider.Provider;
import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.vocabulary.SecretValue;

/** Gives a token set back to its provider: the refresh token first, because many providers end its access tokens with it. */
@ApplicationScoped
public class TokenRevocation {
    private final RevocationEndpoint endpoint;
    private final OwnerKeys keys;
    private final TokenSeal seal;

    TokenRevocation(RevocationEndpoint endpoint, OwnerKeys keys, TokenSeal seal) {
        this.endpoint = endpoint;
        this.keys = keys;
        this.seal = seal;
    }

    /** Whether the provider confirmed the end of every token. It did not when it cannot be reached, or when a token does not open. */
    public Uni<Boolean> of(Provider provider, Owner owner, TokenSet tokens) {
        return keys.with(owner, tokens.dataKey(), key -> open(key, owner, tokens))
                .chain(open -> each(provider, open))
                .onFailure(failure -> failure instanceof EgressFailure || failure instanceof EnvelopeFailure).recoverWithItem(false);
    }

    /** The same for tokens that were never stored. Wipes them. */
    public Uni<Boolean> of(Provider provider, IssuedTokens tokens) {
        var both = Stream.concat(tokens.refresh().map(refresh -> new Open(TokenType.REFRESH, refresh)).stream(),
                Stream.of(new Open(TokenType.ACCESS, tokens.access()))).toList();
        return each(provider, both).onFailure(EgressFailure.class).recoverWithItem(false);
    }

    private List<Open> open(DataKey key, Owner owner, TokenSet tokens) {
        return Stream.of(TokenType.REFRESH, TokenType.ACCESS).filter(tokens::has)
                .map(type -> new Open(type, seal.open(key, owner, tokens, type))).toList();
    }

    private Uni<Boolean> each(Provider provider, List<Open> tokens) {
        return Multi.createFrom().iterable(tokens)
                .onItem().transformToUniAndConcatenate(token -> endpoint.revoke(provider, token.value(), token.type()))
                .collect().asList()
                .map(confirmed -> !confirmed.contains(false))
                .eventually(() -> tokens.forEach(token -> token.value().close()));
    }

    private record Open(TokenType type, SecretValue value) {}
}
