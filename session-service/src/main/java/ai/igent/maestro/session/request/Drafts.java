package ai.igent.maestro.session.request;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.session.candidate.Candidate;
import ai.igent.maestro.session.candidate.CandidateId;
import ai.igent.maestro.session.candidate.Candidates;
import ai.igent.maestro.session.catalog.KnownCatalog;
import ai.igent.maestro.session.phrase.PhraseReader;
import ai.igent.maestro.session.phrase.Understanding;
import ai.igent.maestro.session.session.Session;

/** Asks the owner services what a wish needs to know. Remote: call it outside any transaction. */
@ApplicationScoped
class Drafts {
    private static final int MOST_DESCRIBED = 1000;

    private final Candidates candidates;
    private final KnownCatalog catalog;
    private final PhraseReader reader;

    Drafts(Candidates candidates, KnownCatalog catalog, PhraseReader reader) {
        this.candidates = candidates;
        this.catalog = catalog;
        this.reader = reader;
    }

    /** Fails with {@code CandidateFailure} when an owner service does not answer. */
    Uni<Draft> of(Session session, Wish wish) {
        return switch (wish) {
            case Wish.ByIds ids -> candidates.ofIds(ids.activate()).map(described -> new DraftByIds(ids, described));
            case Wish.ByPhrase phrase -> candidates.named(session.owners())
                    .chain(named -> catalog.read().map(words -> reader.understand(phrase.phrase(), words, named)))
                    .chain(understood -> described(understood).map(details -> new DraftByPhrase(phrase, understood, details)));
        };
    }

    /** What the phrase may activate, in full. Of more than a request may have, nothing is asked: it will not propose them. */
    private Uni<Map<CandidateId, Candidate>> described(Understanding understood) {
        Set<CandidateId> meant = understood.meant();
        if (meant.isEmpty() || meant.size() > MOST_DESCRIBED) return Uni.createFrom().item(Map.of());
        return candidates.ofIds(meant).map(found -> found.stream().collect(Collectors.toMap(Candidate::id, Function.identity())));
    }
}
