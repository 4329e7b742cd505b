package ai.igent.maestro.session.activation;

import java.security.MessageDigest;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.envelope.DataKey;
import ai.igent.maestro.envelope.Sealer;
import ai.igent.maestro.session.session.Session;
import ai.igent.maestro.session.session.SetSeal;

/**
 * Authenticates active sets: an HMAC under this service's own data key stands with the session and covers all that is active in it. Rows that were
 * changed, copied, added, removed or brought back by somebody else do not fit it.
 */
@ApplicationScoped
public class SetSeals {
    private final SealKeys keys;
    private final Sealer sealer;

    SetSeals(SealKeys keys, Sealer sealer) {
        this.keys = keys;
        this.sealer = sealer;
    }

    /** Has the key at hand, so that it needs not be asked for later. Remote: call it outside any transaction. */
    public Uni<Void> ready() {
        return keys.ready();
    }

    /** Whether nobody but this service made the set what it is. Nothing active needs no seal: nothing is granted by it. */
    public boolean holds(SetStatement set, SetSeal seal) {
        if (set.things().isEmpty()) return true;
        return seal != null && MessageDigest.isEqual(seal.mac(), sealer.mac(keys.require(seal.key()), set.encoded()));
    }

    /** The same of a session with everything in it that was not ended, be it over by the clock or not. */
    public boolean holds(Session session, List<Activation> notEnded) {
        return holds(statement(session, notEnded), session.setSeal());
    }

    /** Seals what is active at the session's revision. The last step of every change. */
    void seal(Session session, List<Activation> active) {
        if (active.isEmpty()) {
            session.sealSet(null);
            return;
        }
        DataKey key = keys.current();
        session.sealSet(new SetSeal(key.wrapped().id(), sealer.mac(key, statement(session, active).encoded())));
    }

    private static SetStatement statement(Session session, List<Activation> active) {
        return new SetStatement(session.id(), session.user(), session.organization(), session.revision(),
                active.stream().map(Activation::asSealed).toList());
    }
}
