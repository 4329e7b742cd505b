package ai.igent.maestro.session.table;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.session.activation.Activation;
import ai.igent.maestro.session.activation.ActivationRepository;
import ai.igent.maestro.session.candidate.Candidate;
import ai.igent.maestro.session.candidate.CandidateId;
import ai.igent.maestro.session.candidate.Candidates;
import ai.igent.maestro.session.session.Session;
import ai.igent.maestro.session.session.SessionRepository;
import ai.igent.maestro.vocabulary.SessionId;
import ai.igent.maestro.web.identity.Caller;

/** Puts together what the owner services say and what is active. What was deleted at its owner shows only as long as it is active. */
@ApplicationScoped
class ShowSecrets {
    private static final String DELETED = "deleted";

    private final SessionRepository sessions;
    private final ActivationRepository activations;
    private final Candidates candidates;

    ShowSecrets(SessionRepository sessions, ActivationRepository activations, Candidates candidates) {
        this.sessions = sessions;
        this.activations = activations;
        this.candidates = candidates;
    }

    /** All rows that {@code filter} admits, in their order. */
    Uni<Table> of(SessionId id, Caller caller, TableFilter filter) {
        return sessions.require(id, caller)
                .chain(session -> candidates.ofOwners(session.owners())
                        .chain(described -> activations.active(id).map(active -> table(session, described, active, filter))));
    }

    private static Table table(Session session, List<Candidate> described, List<Activation> active, TableFilter filter) {
        Map<CandidateId, Activation> activeById = active.stream().collect(Collectors.toMap(Activation::candidate, Function.identity()));
        Map<CandidateId, Candidate> describedById = described.stream().collect(Collectors.toMap(Candidate::id, Function.identity()));
        Stream<Candidate> gone = active.stream().filter(activation -> !describedById.containsKey(activation.candidate()))
                .map(Activation::asCandidate);
        return new Table(session.revision(), Stream.concat(described.stream(), gone)
                .filter(candidate -> !candidate.status().equals(DELETED) || activeById.containsKey(candidate.id()))
                .map(candidate -> TableRow.of(candidate, activeById.get(candidate.id())))
                .filter(filter::admits)
                .sorted(Comparator.comparing(TableRow::position)).toList());
    }

    record Table(long revision, List<TableRow> rows) {}
}
