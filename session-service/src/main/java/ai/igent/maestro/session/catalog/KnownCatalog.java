package ai.igent.maestro.session.catalog;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

import io.smallrye.mutiny.Uni;

/** The catalog as it was read at most a few minutes ago. When it cannot be read, the last one is used, and before the first one an empty one. */
@ApplicationScoped
public class KnownCatalog {
    private static final Logger LOG = Logger.getLogger(KnownCatalog.class);
    private static final Duration FRESH = Duration.ofMinutes(5);

    private final CatalogSource source;
    private final Clock clock;
    private volatile Read last = new Read(Catalog.EMPTY, Instant.MIN);

    private record Read(Catalog catalog, Instant at) {
        boolean isFreshAt(Instant now) {
            return at.isAfter(now.minus(FRESH));
        }
    }

    KnownCatalog(@RestClient CatalogSource source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    /** Remote at times: call it outside any transaction. Never fails. */
    public Uni<Catalog> read() {
        Read known = last;
        if (known.isFreshAt(clock.instant())) return Uni.createFrom().item(known.catalog());
        return source.read().map(listing -> new Catalog(listing.items())).invoke(this::remember)
                .onFailure().invoke(cause -> LOG.warnf("the catalog cannot be read: %s", cause.getClass().getName()))
                .onFailure().recoverWithItem(known.catalog());
    }

    private void remember(Catalog catalog) {
        last = new Read(catalog, clock.instant());
    }
}
