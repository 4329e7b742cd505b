package ai.igent.maestro.session.request;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.session.candidate.Candidates;
import ai.igent.maestro.session.catalog.KnownCatalog;
import ai.igent.maestro.session.phrase.PhraseReader;
import ai.igent.maestro.session.session.Session;

/** Asks the owner services what a wish needs to know. Remote: call it outside any transaction. */
@ApplicationScoped
class Drafts {
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
            case Wish.ByPhrase phrase -> candidates.ofOwners(session.owners())
                    .chain(described -> catalog.read().map(words -> new DraftByPhrase(phrase, described, words, reader)));
        };
    }
}
