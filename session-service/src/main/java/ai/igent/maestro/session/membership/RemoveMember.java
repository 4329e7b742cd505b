package ai.igent.maestro.session.membership;

import java.util.List;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.audittrail.AuditTrail;
import ai.igent.maestro.audittrail.Happening;
import ai.igent.maestro.audittrail.Originator;
import ai.igent.maestro.contracts.event.AuditRecord;
import ai.igent.maestro.session.activation.ActiveSets;
import ai.igent.maestro.session.activation.EndReason;
import ai.igent.maestro.session.session.SessionRepository;
import ai.igent.maestro.vocabulary.AuditType;
import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.vocabulary.SessionId;

/**
 * Ends what somebody has active of an organization's secrets. The removal is committed first; then every session of theirs is locked in turn. A
 * confirmation that did not see the removal has the lock before, so what it activates is found and ended; a later one sees the removal. Doing it
 * again, also after it was cut short, ends what is left.
 */
@ApplicationScoped
class RemoveMember {
    private final MemberRemovalRepository removals;
    private final SessionRepository sessions;
    private final ActiveSets sets;
    private final AuditTrail trail;

    RemoveMember(MemberRemovalRepository removals, SessionRepository sessions, ActiveSets sets, AuditTrail trail) {
        this.removals = removals;
        this.sessions = sessions;
        this.sets = sets;
        this.trail = trail;
    }

    /** How many activations ended; once this has succeeded, no grant names any. */
    Uni<Integer> of(String organization, String user, Originator originator) {
        return sets.ready()
                .chain(() -> note(organization, user, originator))
                .chain(() -> sessions.activeOf(user, organization))
                .chain(found -> endIn(found, Owner.organization(organization), originator));
    }

    @WithTransaction
    Uni<Void> note(String organization, String user, Originator originator) {
        var happening = Happening.success(AuditType.MEMBER_REMOVED, new AuditRecord.Subject("member", user, null), null,
                Owner.organization(organization));
        return removals.note(organization, user).chain(() -> trail.record(happening, originator));
    }

    private Uni<Integer> endIn(List<SessionId> found, Owner organization, Originator originator) {
        return Multi.createFrom().iterable(found)
                .onItem().transformToUniAndConcatenate(session -> end(session, organization, originator))
                .collect().with(Collectors.summingInt(Integer::intValue));
    }

    @WithTransaction
    Uni<Integer> end(SessionId session, Owner organization, Originator originator) {
        return sets.lock(session).chain(set -> {
            int ended = set.end(activation -> activation.owner().equals(organization), EndReason.MEMBER_REMOVED).size();
            return sets.store(set, originator).map(revision -> ended);
        });
    }
}
