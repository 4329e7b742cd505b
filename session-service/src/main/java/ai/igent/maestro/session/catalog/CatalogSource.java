package ai.igent.maestro.session.catalog;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.smallrye.mutiny.Uni;

/** vault-service's public catalog. */
@RegisterRestClient(configKey = "vault-service")
@OidcClientFilter
@Path("/v1/catalog")
interface CatalogSource {
    @GET
    Uni<Listing> read();

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Listing(List<CatalogEntry> items) {}
}
