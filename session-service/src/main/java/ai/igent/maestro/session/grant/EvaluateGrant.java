package ai.igent.maestro.session.grant;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

import jakarta.enterprise.context.ApplicationScoped;

import io.opentelemetry.context.Context;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.DatabaseException;

import ai.igent.maestro.audittrail.AuditTrail;
import ai.igent.maestro.audittrail.Originator;
import ai.igent.maestro.envelope.EnvelopeFailure;
import ai.igent.maestro.rounds.SharedRounds;
import ai.igent.maestro.rounds.TooMany;
import ai.igent.maestro.session.activation.ActiveSet;
import ai.igent.maestro.session.activation.ActiveSets;
import ai.igent.maestro.session.session.SessionEvents;
import ai.igent.maestro.session.session.SessionFailure;
import ai.igent.maestro.vocabulary.AuditType;
import ai.igent.maestro.vocabulary.Purpose;
import ai.igent.maestro.vocabulary.SessionId;

/**
 * Finds out what is active now and puts a delivery on record first. Usually that takes no lock and shares its statements with other callers; where
 * the clock has ended something, it is stored under the session's lock, like every change.
 */
@ApplicationScoped
class EvaluateGrant {
    private final EvaluateTogether together;
    private final Duration patience;
    private final SharedRounds<Question, Snapshot> rounds;
    private final ActiveSets sets;
    private final AuditTrail trail;

    EvaluateGrant(EvaluateTogether together, ActiveSets sets, AuditTrail trail, GrantConfig config) {
        this.together = together;
        this.patience = config.patience();
        this.rounds = new SharedRounds<>(together::of, EvaluateGrant::isOnesFault,
                new SharedRounds.Bounds(config.roundsAtOnce(), config.company(),
                        config.callsPerRound(), config.waitingAtMost(), patience));
        this.sets = sets;
        this.trail = trail;
    }

    /** Fails with {@link SessionFailure} when there is no such session or it is over; an end that the clock brought is stored all the same. */
    Uni<ActiveNow> of(SessionId session, Purpose purpose, Originator originator) {
        var callersOwn = MutinyHelper.executor(Vertx.currentContext());
        return rounds.ask(new Question(session, purpose, originator, Context.current()))
                .onFailure(TooMany.class).transform(many -> new GrantFailure.TooBusy())
                .emitOn(callersOwn)
                .chain(snapshot -> settle(snapshot, session, purpose, originator));
    }

    /** Of each what is active, if the shared statements can tell; nothing is on record of the others. Of none when one of them fails the rest. */
    Uni<List<Optional<ActiveNow>>> ofAll(List<Question> questions) {
        return together.of(questions).ifNoItem().after(patience).failWith(TimeoutException::new)
                .map(found -> found.stream().map(EvaluateGrant::ifActive).toList())
                .onFailure(EvaluateGrant::isOnesFault).recoverWithItem(() -> Collections.nCopies(questions.size(), Optional.empty()));
    }

    private static Optional<ActiveNow> ifActive(Snapshot snapshot) {
        return snapshot instanceof Snapshot.Active active ? Optional.of(active.now()) : Optional.empty();
    }

    private Uni<ActiveNow> settle(Snapshot snapshot, SessionId session, Purpose purpose, Originator originator) {
        return switch (snapshot) {
            case Snapshot.Active active -> Uni.createFrom().item(active.now());
            case Snapshot.Unsettled unsettled ->
                underLock(session, purpose, originator).invoke(EvaluateGrant::requireActive).map(ActiveNow::of);
            case Snapshot.Over over -> Uni.createFrom().failure(SessionFailure.Over::new);
            case Snapshot.Absent absent -> Uni.createFrom().failure(SessionFailure.NotFound::new);
        };
    }

    /** Something the database refuses, or a set that is sealed under a key which is not at hand. */
    private static boolean isOnesFault(Throwable failure) {
        return failure instanceof DatabaseException || failure instanceof EnvelopeFailure;
    }

    @WithTransaction
    Uni<ActiveSet> underLock(SessionId session, Purpose purpose, Originator originator) {
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
}
