package ai.igent.maestro.session.standing;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.audittrail.Originator;
import ai.igent.maestro.session.activation.ActiveSets;
import ai.igent.maestro.session.candidate.Candidate;
import ai.igent.maestro.session.candidate.CandidateFailure;
import ai.igent.maestro.session.candidate.CandidateId;
import ai.igent.maestro.session.candidate.Candidates;
import ai.igent.maestro.session.session.Session;
import ai.igent.maestro.vocabulary.ConsentId;

/** Activates in a new session what its user agreed to in advance. Asks the owner services: call it outside any transaction. */
@ApplicationScoped
public class UseConsents {
    private final StandingConsentRepository consents;
    private final Candidates candidates;
    private final UseConsent useConsent;
    private final ActiveSets sets;

    UseConsents(StandingConsentRepository consents, Candidates candidates, UseConsent useConsent, ActiveSets sets) {
        this.consents = consents;
        this.candidates = candidates;
        this.useConsent = useConsent;
        this.sets = sets;
    }

    /** What came of each, on record. An owner service that is away is an outcome like others: the session begins without. */
    public Uni<List<Used>> of(Session session, Originator originator) {
        if (session.agent() == null) return Uni.createFrom().item(List.of());
        return consents.forSession(session).chain(found -> found.isEmpty()
                ? Uni.createFrom().item(List.of())
                : use(session, found, originator));
    }

    private Uni<List<Used>> use(Session session, List<StandingConsent> found, Originator originator) {
        Set<CandidateId> ids = found.stream().flatMap(consent -> consent.proposal().activatedIds().stream()).collect(Collectors.toSet());
        return sets.ready().chain(() -> candidates.ofIds(ids)).map(this::with).onFailure(CandidateFailure.class)
                .recoverWithItem(() -> this::withoutOwners)
                .chain(use -> each(found, consent -> use.of(session, consent, originator)));
    }

    private Use with(List<Candidate> described) {
        return (session, consent, originator) -> useConsent.of(session, consent, described, originator);
    }

    private Uni<Used> withoutOwners(Session session, ConsentId consent, Originator originator) {
        return useConsent.withoutOwners(session, consent, originator);
    }

    private static Uni<List<Used>> each(List<StandingConsent> found, Function<ConsentId, Uni<Used>> use) {
        return Multi.createFrom().iterable(found).onItem().transformToUniAndConcatenate(consent -> use.apply(consent.id())).collect()
                .asList();
    }

    private interface Use {
        Uni<Used> of(Session session, ConsentId consent, Originator originator);
    }

    /** What came of one. */
    public record Used(ConsentId id, Usage outcome) {}
}
