package ai.igent.maestro.session.deactivation;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.audittrail.Originator;
import ai.igent.maestro.session.activation.Activation;
import ai.igent.maestro.session.activation.ActiveSet;
import ai.igent.maestro.session.activation.ActiveSets;
import ai.igent.maestro.session.activation.EndReason;
import ai.igent.maestro.session.catalog.Catalog;
import ai.igent.maestro.session.catalog.KnownCatalog;
import ai.igent.maestro.session.phrase.Hint;
import ai.igent.maestro.session.phrase.PhraseReader;
import ai.igent.maestro.session.session.SessionRepository;
import ai.igent.maestro.vocabulary.SessionId;
import ai.igent.maestro.web.identity.Caller;

/** Ends consent now. Once this has succeeded, no grant names what was deactivated. */
@ApplicationScoped
class Deactivate {
    private final ActiveSets sets;
    private final KnownCatalog catalog;
    private final PhraseReader reader;

    Deactivate(ActiveSets sets, KnownCatalog catalog, PhraseReader reader) {
        this.sets = sets;
        this.catalog = catalog;
        this.reader = reader;
    }

    Uni<Deactivated> of(SessionId session, Caller caller, What what, Originator originator) {
        return sets.ready().chain(catalog::read).chain(words -> end(session, caller, what, words, originator));
    }

    @WithTransaction
    Uni<Deactivated> end(SessionId id, Caller caller, What what, Catalog words, Originator originator) {
        return sets.lock(id)
                .invoke(set -> SessionRepository.admit(set.session(), caller))
                .chain(set -> end(set, what, words, originator));
    }

    private Uni<Deactivated> end(ActiveSet set, What what, Catalog words, Originator originator) {
        var chosen = what.among(set, words, reader);
        List<Activation> ended = set.end(chosen.these(), EndReason.DEACTIVATED);
        return sets.store(set, originator).map(revision -> new Deactivated(revision, ended, chosen.warnings()));
    }

    /** The revision without them, what they were, and why they may be fewer than a phrase meant. */
    record Deactivated(long revision, List<Activation> ended, List<Hint> warnings) {}
}
