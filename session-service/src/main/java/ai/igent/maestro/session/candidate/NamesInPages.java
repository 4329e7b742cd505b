package ai.igent.maestro.session.candidate;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.contracts.internal.Named;
import ai.igent.maestro.contracts.internal.NamesRequest;
import ai.igent.maestro.vocabulary.Owner;

/**
 * What everything of one owner is called, asked for in pages, so that no answer is large and nobody is busy with it for long. What is registered or
 * renamed meanwhile may or may not be among it.
 */
record NamesInPages(Descriptions service, Owner owner) {
    private static final int PAGE = 2500;

    Uni<List<Candidate>> all() {
        return Multi.createBy().repeating().uni(AtomicReference<String>::new, this::next).whilst(page -> page.items().size() == PAGE)
                .onItem().transformToIterable(Named::items)
                .map(item -> Candidate.of(item, owner)).collect().asList();
    }

    private Uni<Named> next(AtomicReference<String> last) {
        return service.names(new NamesRequest(owner, last.get(), PAGE)).invoke(page -> {
            if (!page.items().isEmpty()) last.set(page.items().getLast().id());
        });
    }
}
