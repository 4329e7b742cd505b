package ai.igent.maestro.oauth.authorization;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.oauth.connection.Connection;
import ai.igent.maestro.oauth.connection.ConnectionFailure;
import ai.igent.maestro.oauth.token.TokenRevocation;

/**
 * Takes a person back from a provider: spends the state, redeems the code, stores the tokens. Between its transactions it calls the provider;
 * tokens that can no longer be stored then are given back.
 */
@ApplicationScoped
class FinishAuthorization {
    private final TakeReturn take;
    private final RedeemCode redeem;
    private final StoreTokens store;
    private final TokenRevocation revocation;

    FinishAuthorization(TakeReturn take, RedeemCode redeem, StoreTokens store, TokenRevocation revocation) {
        this.take = take;
        this.redeem = redeem;
        this.store = store;
        this.revocation = revocation;
    }

    /** Empty when the account is connected, else why it is not. */
    Uni<Optional<Refusal>> of(Return came) {
        return take.of(came).chain(attempt -> connect(attempt, came))
                .onFailure(AuthorizationRefused.class).recoverWithItem(refused -> Optional.of(refused.why()));
    }

    private Uni<Optional<Refusal>> connect(AuthorizationAttempt attempt, Return came) {
        return redeem.of(attempt, came)
                .chain(arrival -> keep(arrival, came))
                .map(connected -> Optional.<Refusal>empty())
                .onFailure(AuthorizationRefused.class)
                .call(refused -> take.refuse(attempt.connection(), came.originator(), refused.why()));
    }

    private Uni<Connection> keep(Arrival arrival, Return came) {
        return store.of(arrival, came)
                .onFailure(ConnectionFailure.class).transform(changed -> new AuthorizationRefused(Refusal.CONNECTION_CHANGED))
                .onFailure().call(() -> giveBack(arrival))
                .eventually(() -> arrival.tokens().close());
    }

    private Uni<Boolean> giveBack(Arrival arrival) {
        return arrival.provider().canRevoke() ? revocation.of(arrival.provider(), arrival.tokens()) : Uni.createFrom().item(false);
    }
}
