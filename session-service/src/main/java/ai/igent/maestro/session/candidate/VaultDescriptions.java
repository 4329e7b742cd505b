package ai.igent.maestro.session.candidate;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.contracts.internal.DescribePageRequest;
import ai.igent.maestro.contracts.internal.DescribeRequest;
import ai.igent.maestro.contracts.internal.Described;
import ai.igent.maestro.contracts.internal.Named;
import ai.igent.maestro.contracts.internal.NamesRequest;

/** Secrets, asked of vault-service. */
@RegisterRestClient(configKey = "vault-service")
@OidcClientFilter
@Path("/internal/v1/describe")
interface VaultDescriptions extends Descriptions {
    @Override
    @POST
    Uni<Described> describe(DescribeRequest request);

    @Override
    @POST
    @Path("/page")
    Uni<Described> page(DescribePageRequest request);

    @Override
    @POST
    @Path("/names")
    Uni<Named> names(NamesRequest request);
}
