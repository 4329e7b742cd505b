package ai.igent.maestro.session.table;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.session.activation.Activation;
import ai.igent.maestro.session.activity.Activity;
import ai.igent.maestro.session.activity.SeeActivity;
import ai.igent.maestro.session.candidate.Candidate;
import ai.igent.maestro.session.candidate.CandidateId;
import ai.igent.maestro.session.candidate.CandidatePage;
import ai.igent.maestro.session.candidate.Candidates;
import ai.igent.maestro.session.session.Session;
import ai.igent.maestro.session.session.SessionFailure;
import ai.igent.maestro.vocabulary.SessionId;
import ai.igent.maestro.web.identity.Caller;

/**
 * Puts together a page of what the owner services say and what is active. They are asked for what is active by its ids, for it may have another
 * variable here and show after it was deleted there; of all else, they filter, sort and cut a page themselves.
 */
@ApplicationScoped
class ShowSecrets {
    private final SeeActivity activities;
    private final Candidates candidates;
    private final Clock clock;

    ShowSecrets(SeeActivity activities, Candidates candidates, Clock clock) {
        this.activities = activities;
        this.candidates = candidates;
        this.clock = clock;
    }

    /**
     * Fails with {@code CandidateFailure} when an owner service does not answer, and with {@link SessionFailure.Over} for an agent whose session is over:
     * what its user has is no business of its any more.
     */
    Uni<TableView> of(SessionId id, Caller caller, TableFilter filter, TablePage page) {
        return activities.require(id, caller).invoke(found -> requireGoingOn(found.session(), caller)).chain(found -> Uni.combine().all()
                .unis(activeRows(found, filter), candidates.page(others(found, filter, page)))
                .with((active, others) -> page.of(found.session().revision(),
                        Stream.concat(active.stream(), others.stream().map(other -> TableRow.of(other, null))))));
    }

    private void requireGoingOn(Session session, Caller caller) {
        if (caller instanceof Caller.Agent && !session.isActiveAt(clock.instant())) throw new SessionFailure.Over();
    }

    private static CandidatePage others(Activity found, TableFilter filter, TablePage page) {
        List<CandidateId> active = found.active().stream().map(Activation::candidate).toList();
        return new CandidatePage(filter.wantsInactive() ? found.session().owners() : List.of(), filter.source(), filter.atOwners(), active,
                page.after(), page.count());
    }

    private Uni<List<TableRow>> activeRows(Activity found, TableFilter filter) {
        List<Activation> active = filter.wantsActive() ? found.active() : List.of();
        return candidates.ofIds(active.stream().map(Activation::candidate).toList()).map(described -> {
            Map<CandidateId, Candidate> byId = described.stream().collect(Collectors.toMap(Candidate::id, Function.identity()));
            return active.stream().map(activation -> row(activation, byId.get(activation.candidate()))).filter(filter::admits).toList();
        });
    }

    /** @param described null when its owner service no longer knows it */
    private static TableRow row(Activation activation, Candidate described) {
        return TableRow.of(described == null ? activation.asCandidate() : described, activation);
    }
}
