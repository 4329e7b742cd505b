package ai.igent.maestro.oauth.token;

import jakarta.enterprise.context.ApplicationScoped;

import ai.igent.maestro.envelope.AssociatedData;
import ai.igent.maestro.envelope.DataKey;
import ai.igent.maestro.envelope.Sealer;
import ai.igent.maestro.vocabulary.ConnectionId;
import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.vocabulary.SecretValue;

/** Seals tokens for exactly the owner, connection and generation they belong to. Local and fast; the data key stays the caller's. */
@ApplicationScoped
public class TokenSeal {
    private final Sealer sealer;

    TokenSeal(Sealer sealer) {
        this.sealer = sealer;
    }

    public TokenSet seal(DataKey key, Owner owner, ConnectionId connection, long generation, IssuedTokens tokens) {
        return new TokenSet(connection, generation,
                sealer.seal(key, place(owner, connection, generation, TokenType.ACCESS), tokens.access()),
                tokens.refresh().map(refresh -> sealer.seal(key, place(owner, connection, generation, TokenType.REFRESH), refresh)));
    }

    /**
     * The token in the clear, for the caller to wipe.
     *
     * @throws ai.igent.maestro.envelope.EnvelopeFailure.SealBroken when it does not belong here
     */
    public SecretValue open(DataKey key, Owner owner, TokenSet tokens, TokenType type) {
        return sealer.open(key, place(owner, tokens.connection(), tokens.generation(), type), tokens.sealed(type));
    }

    private static AssociatedData place(Owner owner, ConnectionId connection, long generation, TokenType type) {
        return new AssociatedData(owner, connection.text() + "-" + type.place(), generation);
    }
}
