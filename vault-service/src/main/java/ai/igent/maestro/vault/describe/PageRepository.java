package ai.igent.maestro.vault.describe;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.contracts.internal.DescribePageRequest;
import ai.igent.maestro.vault.secret.Secret;

/** Secrets in the order of their names, a page at a time. */
@ApplicationScoped
class PageRepository {
    private final Clock clock;

    PageRepository(Clock clock) {
        this.clock = clock;
    }

    @WithSession
    Uni<List<Secret>> of(DescribePageRequest request) {
        var query = new PageQuery(request, clock.instant());
        return Panache.getSession().chain(session -> {
            var page = session.createNativeQuery(query.sql(), Secret.class);
            query.parameters().forEach(page::setParameter);
            return page.getResultList();
        });
    }
}
