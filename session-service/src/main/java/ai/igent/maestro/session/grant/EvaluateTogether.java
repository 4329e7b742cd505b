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
 * Answers several questions in two statements: one reads where the sessions stand, one commits the records of the deliveries. A transaction around
 * the two would add nothing: without locks, each statement has a snapshot of its own in any case.
 */
@ApplicationScoped
class EvaluateTogether {
    private final StandingRepository standings;
    private final AuditTrail trail;
    private final CommitEvents commitEvents;

    EvaluateTogether(StandingRepository standings, AuditTrail trail, CommitEvents commitEvents) {
        this.standings = standings;
        this.trail = trail;
        this.commitEvents = commitEvents;
    }

    /** The answers in the order of the questions; every delivery among them is on record then. */
    Uni<List<Standing>> of(List<Question> questions) {
        return standings.of(questions.stream().map(Question::session).collect(Collectors.toSet()))
                .map(found -> inOrder(questions, found))
                .call(answers -> commitEvents.of(deliveries(questions, answers)));
    }

    private static List<Standing> inOrder(List<Question> questions, Map<SessionId, Standing> found) {
        return questions.stream().map(question -> found.getOrDefault(question.session(), new Standing.Absent())).toList();
    }

    private List<PreparedEvent> deliveries(List<Question> questions, List<Standing> answers) {
        return IntStream.range(0, questions.size()).mapToObj(at -> delivery(questions.get(at), answers.get(at))).flatMap(Optional::stream)
                .toList();
    }

    private Optional<PreparedEvent> delivery(Question question, Standing answer) {
        boolean hands = answer instanceof Standing.Active active && !active.now().items().isEmpty() && question.purpose().handsOut();
        return hands ? Optional.of(record(question, ((Standing.Active) answer).now())) : Optional.empty();
    }

    private PreparedEvent record(Question question, ActiveNow now) {
        var happening = SessionEvents.about(AuditType.BUNDLE_DELIVERED, now.session(), now.owner()).because(question.purpose().text());
        return question.trace().wrapSupplier(() -> commitEvents.prepare(trail.event(happening, question.originator()))).get();
    }
}
