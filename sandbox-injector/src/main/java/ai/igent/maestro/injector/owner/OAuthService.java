package ai.igent.maestro.injector.owner;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.contracts.internal.ResolveRequest;
import ai.igent.maestro.contracts.internal.Resolved;

@RegisterRestClient(configKey = "oauth-service")
@OidcClientFilter
@Path("/internal/v1/resolve")
interface OAuthService {
    @POST
    Uni<Resolved> resolve(ResolveRequest request);
}
