package ai.igent.maestro.session.candidate;

import java.util.List;

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
    private static final int MOST_PAGES = 20;

    /** Fails with {@link CandidateFailure.TooMany} where it is more than can be looked through. */
    Uni<List<Candidate>> all() {
        return Multi.createBy().repeating().uni(Progress::new, this::next).whilst(page -> page.items().size() == PAGE)
                .onItem().transformToIterable(Named::items)
                .map(item -> Candidate.of(item, owner)).collect().asList();
    }

    private Uni<Named> next(Progress progress) {
        return service.names(new NamesRequest(owner, progress.last, PAGE)).invoke(progress::note);
    }

    /** How far it is; of one reading, whose pages come one after the other. */
    private static final class Progress {
        private String last;
        private int pages;

        void note(Named page) {
            if (page.items().isEmpty()) return;
            String reached = page.items().getLast().id();
            if (last != null && reached.compareTo(last) <= 0) throw new IllegalStateException("a page of names leads nowhere");
            last = reached;
            if (++pages > MOST_PAGES) throw new CandidateFailure.TooMany();
        }
    }
}
