package ai.igent.maestro.session.candidate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

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

    private final Descriptions vault;
    private final Descriptions oauth;

    Candidates(@RestClient VaultDescriptions vault, @RestClient OauthDescriptions oauth) {
        this.vault = vault;
        this.oauth = oauth;
    }

    /** Everything of these owners. */
    public Uni<List<Candidate>> ofOwners(List<Owner> owners) {
        var question = DescribeRequest.ofOwners(owners);
        return both(ask(Source.VAULT, question), ask(Source.OAUTH, question));
    }

    /** Exactly these, as far as they exist; only the services that own some of them are asked. */
    public Uni<List<Candidate>> ofIds(Collection<CandidateId> ids) {
        return both(askFor(Source.VAULT, ids), askFor(Source.OAUTH, ids));
    }

    private Uni<List<Candidate>> askFor(Source source, Collection<CandidateId> ids) {
        List<String> own = ids.stream().filter(id -> id.source() == source).map(CandidateId::text).toList();
        return own.isEmpty() ? Uni.createFrom().item(List.of()) : ask(source, DescribeRequest.ofIds(own));
    }

    private Uni<List<Candidate>> ask(Source source, DescribeRequest question) {
        return serviceOf(source).describe(question).map(Candidates::candidates).onFailure().transform(cause -> away(source, cause));
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
