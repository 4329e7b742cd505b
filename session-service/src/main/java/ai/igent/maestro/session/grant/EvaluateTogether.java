package ai.igent.maestro.session.grant;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.audittrail.AuditTrail;
import ai.igent.maestro.outbox.CommitEvents;
import ai.igent.maestro.outbox.PreparedEvent;
import ai.igent.maestro.session.session.SessionEvents;
import ai.igent.maestro.vocabulary.AuditType;
import ai.igent.maestro.vocabulary.SessionId;

/**
 * Answers several questions in shared statements: one or two look at the sessions, one commits the records of the deliveries. A transaction around
 * them would add nothing: without locks, each statement has a snapshot of its own in any case.
 */
@ApplicationScoped
class EvaluateTogether {
    private final SnapshotRepository snapshots;
    private final AuditTrail trail;
    private final CommitEvents commitEvents;

    EvaluateTogether(SnapshotRepository snapshots, AuditTrail trail, CommitEvents commitEvents) {
        this.snapshots = snapshots;
        this.trail = trail;
        this.commitEvents = commitEvents;
    }

    /** The answers in the order of the questions; every delivery among them is on record then. */
    Uni<List<Snapshot>> of(List<Question> questions) {
        return snapshots.of(questions.stream().map(Question::session).collect(Collectors.toSet()))
                .map(found -> inOrder(questions, found))
                .call(answers -> commitEvents.of(deliveries(questions, answers)));
    }

    private static List<Snapshot> inOrder(List<Question> questions, Map<SessionId, Snapshot> found) {
        return questions.stream().map(question -> found.getOrDefault(question.session(), new Snapshot.Absent())).toList();
    }

    private List<PreparedEvent> deliveries(List<Question> questions, List<Snapshot> answers) {
        return IntStream.range(0, questions.size()).mapToObj(at -> delivery(questions.get(at), answers.get(at))).flatMap(Optional::stream)
                .toList();
    }

    private Optional<PreparedEvent> delivery(Question question, Snapshot answer) {
        boolean hands = answer instanceof Snapshot.Active active && !active.now().items().isEmpty() && question.purpose().handsOut();
        return hands ? Optional.of(record(question, ((Snapshot.Active) answer).now())) : Optional.empty();
    }

    private PreparedEvent record(Question question, ActiveNow now) {
        var happening = SessionEvents.about(AuditType.BUNDLE_DELIVERED, now.session(), now.owner()).because(question.purpose().text());
        return question.trace().wrapSupplier(() -> commitEvents.prepare(trail.event(happening, question.originator()))).get();
    }
}
