package ai.igent.maestro.vault.catalog;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.quarkus.security.Authenticated;

/** The integrations there are: see docs/reference/vault-service.md. */
@Path("/v1/catalog")
class CatalogResource {
    private final Catalog catalog;

    CatalogResource(Catalog catalog) {
        this.catalog = catalog;
    }

    @GET
    @Authenticated
    public CatalogView read() {
        return new CatalogView(catalog.all());
    }

    record CatalogView(List<Integration> items) {}
}
