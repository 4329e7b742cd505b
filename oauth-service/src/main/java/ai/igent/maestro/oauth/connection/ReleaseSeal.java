package ai.igent.maestro.oauth.connection;

import java.security.MessageDigest;

import jakarta.enterprise.context.ApplicationScoped;

import ai.igent.maestro.envelope.DataKey;
import ai.igent.maestro.envelope.Sealer;

/** Authenticates what decides a release, so that labels, pointers and states cannot be changed or rolled back in the database alone. */
@ApplicationScoped
public class ReleaseSeal {
    private final Sealer sealer;

    ReleaseSeal(Sealer sealer) {
        this.sealer = sealer;
    }

    /** Called after every change, with the owner's current key. */
    void put(DataKey key, Connection connection) {
        connection.sealed(key.wrapped().id(), sealer.mac(key, connection.releaseTerms()));
    }

    /** Whether the row still is what {@link #put} signed under {@code key}. */
    public boolean holds(DataKey key, Connection connection) {
        return key.wrapped().id().equals(connection.releaseKey())
                && MessageDigest.isEqual(connection.releaseMac(), sealer.mac(key, connection.releaseTerms()));
    }

    /** @throws ConnectionFailure.SealBroken when it does not hold, so that no change signs what somebody else wrote */
    void require(DataKey key, Connection connection) {
        if (!holds(key, connection)) throw new ConnectionFailure.SealBroken();
    }
}
