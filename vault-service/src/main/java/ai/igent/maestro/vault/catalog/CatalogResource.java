package ai.igent.maestro.vault.catalog;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.security.Authenticated;

/** The integrations there are: see docs/reference/vault-service.md. */
@Path("/v1/catalog")
@Produces(MediaType.APPLICATION_JSON)
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
