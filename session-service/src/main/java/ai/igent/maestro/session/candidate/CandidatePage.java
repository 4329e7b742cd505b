package ai.igent.maestro.session.candidate;

import java.util.Comparator;
import java.util.List;

import ai.igent.maestro.contracts.internal.DescribePageRequest;
import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.vocabulary.Source;

/**
 * A question for a page of what could be activated, in the order of names and ids.
 *
 * @param source null for both services
 * @param except what is left out
 * @param after where to go on, null for the beginning
 * @param count how many at most
 */
public record CandidatePage(List<Owner> owners, Source source, DescribePageRequest.Filter filter, List<CandidateId> except,
        DescribePageRequest.Place after, int count) {
    static final Comparator<Candidate> ORDER = Comparator.comparing(Candidate::name).thenComparing(Candidate::id);

    boolean isAskedOf(Source asked) {
        return !owners.isEmpty() && (source == null || source == asked);
    }

    DescribePageRequest to(Source asked) {
        List<String> own = except.stream().filter(id -> id.source() == asked).map(CandidateId::text).toList();
        return new DescribePageRequest(owners, filter, own, after, count);
    }
}
