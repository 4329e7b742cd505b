package ai.igent.maestro.session.grant;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.audittrail.AuditTrail;
import ai.igent.maestro.audittrail.Originator;
import ai.igent.maestro.contracts.internal.GrantAnswer;
import ai.igent.maestro.contracts.internal.GrantItem;
import ai.igent.maestro.contracts.internal.GrantRequest;
import ai.igent.maestro.grants.GrantClaims;
import ai.igent.maestro.grants.GrantSigner;
import ai.igent.maestro.grants.SigningKey;
import ai.igent.maestro.session.activation.Activation;
import ai.igent.maestro.session.activation.ActiveSet;
import ai.igent.maestro.session.activation.ActiveSets;
import ai.igent.maestro.session.session.SessionEvents;
import ai.igent.maestro.session.session.SessionFailure;
import ai.igent.maestro.session.signing.KeyPurpose;
import ai.igent.maestro.session.signing.SigningKeys;
import ai.igent.maestro.vocabulary.AuditType;
import ai.igent.maestro.vocabulary.Purpose;
import ai.igent.maestro.vocabulary.SessionId;
import ai.igent.maestro.web.identity.Caller;

/**
 * Says what is active now, by the database's clock. If anything is and values will leave the injector, the delivery is on record before the
 * answer. The grant is signed only for a caller who does not have this revision.
 */
@ApplicationScoped
class AnswerGrant {
    private final ActiveSets sets;
    private final AuditTrail trail;
    private final SigningKeys keys;
    private final GrantSigner signer;

    AnswerGrant(ActiveSets sets, AuditTrail trail, SigningKeys keys, GrantSigner signer) {
        this.sets = sets;
        this.trail = trail;
        this.keys = keys;
        this.signer = signer;
    }

    /** Fails with {@link SessionFailure.Over} once the session is over; an end that the clock brought is stored all the same. */
    Uni<GrantAnswer> of(SessionId session, GrantRequest request, Caller.ServiceClient injector, Originator originator) {
        return keys.current(KeyPurpose.GRANT)
                .chain(key -> evaluate(session, request.purpose(), originator)
                        .invoke(AnswerGrant::requireActive).map(set -> answer(set, request, injector, key)));
    }

    @WithTransaction
    Uni<ActiveSet> evaluate(SessionId session, Purpose purpose, Originator originator) {
        return sets.lock(session)
                .call(set -> sets.store(set, originator))
                .call(set -> recordDelivery(set, purpose, originator));
    }

    private static void requireActive(ActiveSet set) {
        if (!set.session().isActiveAt(set.now())) throw new SessionFailure.Over();
    }

    private Uni<Void> recordDelivery(ActiveSet set, Purpose purpose, Originator originator) {
        if (!purpose.handsOut() || set.active().findAny().isEmpty()) return Uni.createFrom().voidItem();
        return trail.record(SessionEvents.about(AuditType.BUNDLE_DELIVERED, set.session()).because(purpose.text()), originator);
    }

    private GrantAnswer answer(ActiveSet set, GrantRequest request, Caller.ServiceClient injector, SigningKey key) {
        var session = set.session();
        List<GrantItem> items = set.active().map(AnswerGrant::item).toList();
        boolean has = request.have() != null && request.have() == session.revision();
        String grant = has
                ? null
                : signer.sign(new GrantClaims(session.id(), session.revision(), session.user(), session.organization(), injector.clientId(),
                        request.purpose(), items), key);
        return new GrantAnswer(session.revision(), session.tokenGeneration(), nextChange(set), grant, items);
    }

    private static GrantItem item(Activation activation) {
        return new GrantItem(activation.candidate().text(), activation.candidate().source(), activation.owner(), activation.epoch(),
                activation.variable(), activation.kind(), activation.mode());
    }

    private static Instant nextChange(ActiveSet set) {
        return Stream.concat(Stream.of(set.session().expiresAt()), set.active().map(Activation::activeUntil)).min(Instant::compareTo)
                .orElseThrow();
    }
}
