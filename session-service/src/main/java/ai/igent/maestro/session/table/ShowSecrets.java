package ai.igent.maestro.session.table;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.session.activation.Activation;
import ai.igent.maestro.session.activity.Activity;
import ai.igent.maestro.session.activity.ActivityRepository;
import ai.igent.maestro.session.candidate.Candidate;
import ai.igent.maestro.session.candidate.CandidateId;
import ai.igent.maestro.session.candidate.Candidates;
import ai.igent.maestro.vocabulary.SessionId;
import ai.igent.maestro.web.identity.Caller;

/** Puts together what the owner services say and what is active. What was deleted at its owner shows only as long as it is active. */
@ApplicationScoped
class ShowSecrets {
    private final ActivityRepository activities;
    private final Candidates candidates;

    ShowSecrets(ActivityRepository activities, Candidates candidates) {
        this.activities = activities;
        this.candidates = candidates;
    }

    /** All rows that {@code filter} admits, in their order. Of what is active alone, no more than that is asked of the owners. */
    Uni<Table> of(SessionId id, Caller caller, TableFilter filter) {
        return activities.require(id, caller)
                .chain(found -> described(found, filter).map(described -> table(found, described, filter)));
    }

    private Uni<List<Candidate>> described(Activity found, TableFilter filter) {
        return filter.asksForActiveOnly()
                ? candidates.ofIds(found.active().stream().map(Activation::candidate).toList())
                : candidates.ofOwners(found.session().owners());
    }

    private static Table table(Activity found, List<Candidate> described, TableFilter filter) {
        List<Activation> active = found.active();
        Map<CandidateId, Activation> activeById = active.stream().collect(Collectors.toMap(Activation::candidate, Function.identity()));
        Map<CandidateId, Candidate> describedById = described.stream().collect(Collectors.toMap(Candidate::id, Function.identity()));
        Stream<Candidate> gone = active.stream().filter(activation -> !describedById.containsKey(activation.candidate()))
                .map(Activation::asCandidate);
        return new Table(found.session().revision(), Stream.concat(described.stream(), gone)
                .filter(candidate -> !candidate.isDeleted() || activeById.containsKey(candidate.id()))
                .map(candidate -> TableRow.of(candidate, activeById.get(candidate.id())))
                .filter(filter::admits)
                .sorted(TableRow.ORDER).toList());
    }

    record Table(long revision, List<TableRow> rows) {}
}
