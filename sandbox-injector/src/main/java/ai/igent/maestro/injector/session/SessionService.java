package ai.igent.maestro.injector.session;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.contracts.internal.BundleReport;
import ai.igent.maestro.contracts.internal.GrantAnswer;
import ai.igent.maestro.contracts.internal.GrantAnswers;
import ai.igent.maestro.contracts.internal.GrantQuestions;
import ai.igent.maestro.contracts.internal.GrantRequest;

@RegisterRestClient(configKey = "session-service")
@OidcClientFilter
@Path("/internal/v1")
interface SessionService {
    @POST
    @Path("/sessions/{session}/grants")
    Uni<GrantAnswer> grants(@PathParam("session") String session, GrantRequest request);

    /**
     * {@code together}: that grants for several sessions may have one signature; the preference: that what is active may be left out of answers to who has
     * it. A service from before does neither.
     */
    @POST
    @Path("/grants")
    @ClientHeaderParam(name = "Prefer", value = "return=minimal")
    Uni<GrantAnswers> grants(@QueryParam("together") boolean together, GrantQuestions questions);

    @GET
    @Path("/sessions/{session}/revision")
    Uni<SessionState> state(@PathParam("session") String session);

    @POST
    @Path("/sessions/{session}/bundle-reports")
    Uni<Void> report(@PathParam("session") String session, BundleReport report);
}
