package ai.igent.maestro.session.candidate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.contracts.internal.DescribeRequest;
import ai.igent.maestro.contracts.internal.Described;
import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.vocabulary.Source;

/**
 * Asks the owner services. Remote: never call it inside a transaction. Fails with {@link CandidateFailure.OwnerServiceAway} when one of them does
 * not answer as it should; what one of them said alone is never given out as the whole.
 */
@ApplicationScoped
public class Candidates {
    private static final Logger LOG = Logger.getLogger(Candidates.class);

    private static final int MOST_IDS = 1000;

    private final Descriptions vault;
    private final Descriptions oauth;

    Candidates(@RestClient VaultDescriptions vault, @RestClient OauthDescriptions oauth) {
        this.vault = vault;
        this.oauth = oauth;
    }

    /** A page of what these owners have that was not deleted or revoked. */
    public Uni<List<Candidate>> page(CandidatePage page) {
        return both(pageOf(Source.VAULT, page), pageOf(Source.OAUTH, page))
                .map(found -> found.stream().sorted(CandidatePage.ORDER).limit(page.count()).toList());
    }

    private Uni<List<Candidate>> pageOf(Source source, CandidatePage page) {
        if (!page.isAskedOf(source)) return Uni.createFrom().item(List.of());
        return answered(source, serviceOf(source).page(page.to(source)).map(Candidates::candidates));
    }

    /** Everything of these owners by its names, to be searched: without warnings, expiry and verification. */
    public Uni<List<Candidate>> named(List<Owner> owners) {
        return Multi.createFrom().iterable(owners)
                .onItem().transformToUniAndConcatenate(owner -> both(named(Source.VAULT, owner), named(Source.OAUTH, owner)))
                .collect().in(ArrayList::new, List::addAll);
    }

    private Uni<List<Candidate>> named(Source source, Owner owner) {
        return answered(source, new NamesInPages(serviceOf(source), owner).all());
    }

    /** Exactly these, as far as they exist; only the services that own some of them are asked. */
    public Uni<List<Candidate>> ofIds(Collection<CandidateId> ids) {
        return both(askFor(Source.VAULT, ids), askFor(Source.OAUTH, ids));
    }

    private Uni<List<Candidate>> askFor(Source source, Collection<CandidateId> ids) {
        List<String> own = ids.stream().filter(id -> id.source() == source).map(CandidateId::text).toList();
        return Multi.createFrom().iterable(own).group().intoLists().of(MOST_IDS)
                .onItem().transformToUniAndConcatenate(some -> ask(source, DescribeRequest.ofIds(some)))
                .collect().in(ArrayList::new, List::addAll);
    }

    private Uni<List<Candidate>> ask(Source source, DescribeRequest question) {
        return answered(source, serviceOf(source).describe(question).map(Candidates::candidates));
    }

    private static Uni<List<Candidate>> answered(Source source, Uni<List<Candidate>> answer) {
        return answer.onFailure(cause -> !(cause instanceof CandidateFailure)).transform(cause -> away(source, cause));
    }

    private Descriptions serviceOf(Source source) {
        return switch (source) {
            case VAULT -> vault;
            case OAUTH -> oauth;
        };
    }

    private static Uni<List<Candidate>> both(Uni<List<Candidate>> secrets, Uni<List<Candidate>> connections) {
        return Uni.combine().all().unis(secrets, connections).with((some, others) -> {
            List<Candidate> all = new ArrayList<>(some);
            all.addAll(others);
            return all;
        });
    }

    private static List<Candidate> candidates(Described described) {
        return described.items().stream().map(Candidate::of).toList();
    }

    private static CandidateFailure away(Source source, Throwable cause) {
        LOG.warnf("%s did not describe what it owns: %s", CandidateFailure.serviceName(source), cause.getClass().getName());
        return new CandidateFailure.OwnerServiceAway(source);
    }
}
