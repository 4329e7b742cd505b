package ai.igent.maestro.vault.release;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.security.ForbiddenException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerResponse;

import ai.igent.maestro.contracts.internal.ResolveRequest;
import ai.igent.maestro.contracts.internal.ResolveRequests;
import ai.igent.maestro.contracts.internal.Resolved;
import ai.igent.maestro.contracts.internal.ResolvedGrants;
import ai.igent.maestro.web.identity.Caller;
import ai.igent.maestro.web.identity.CallerIdentity;
import ai.igent.maestro.web.identity.Role;

/** For the injector: see docs/reference/vault-service.md. */
@Path("/internal/v1/resolve")
@Produces(MediaType.APPLICATION_JSON)
class ResolveResource {
    private final CallerIdentity identity;
    private final ReleaseSecrets releaseSecrets;

    ResolveResource(CallerIdentity identity, ReleaseSecrets releaseSecrets) {
        this.identity = identity;
        this.releaseSecrets = releaseSecrets;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.SANDBOX_INJECTOR)
    public Uni<Response> resolve(@NotNull ResolveRequest request, HttpServerResponse response) {
        return releaseSecrets.against(request, injector())
                .invoke(answered -> response.endHandler(sent -> answered.wipe()))
                .map(answered -> ok(answer(answered)));
    }

    /** Several grants in one go, some of them under one signature: see docs/adr/0024-an-injector-asks-for-many-at-once.md. */
    @POST
    @Path("/grants")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.SANDBOX_INJECTOR)
    public Uni<Response> resolveAll(@NotNull ResolveRequests requests, HttpServerResponse response) {
        return releaseSecrets.againstAll(requests.grants(), injector())
                .invoke(all -> response.endHandler(sent -> all.forEach(answered -> answered.ifPresent(Answered::wipe))))
                .map(all -> ok(new ResolvedGrants(all.stream().map(one -> one.map(ResolveResource::answer).orElse(null)).toList())));
    }

    private Caller.ServiceClient injector() {
        if (identity.current() instanceof Caller.ServiceClient injector) return injector;
        throw new ForbiddenException();
    }

    private static Response ok(Object answer) {
        return Response.ok(answer).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    private static Resolved answer(Answered answered) {
        List<Decision> decisions = answered.decisions();
        return new Resolved(decisions.stream().filter(Decision.Release.class::isInstance).map(Decision.Release.class::cast)
                .map(ResolveResource::released).toList(),
                decisions.stream().filter(Decision.Refuse.class::isInstance).map(Decision.Refuse.class::cast)
                        .map(refused -> new Resolved.Failed(refused.item().id(), refused.refusal().code())).toList());
    }

    private static Resolved.Item released(Decision.Release release) {
        var secret = release.secret();
        return new Resolved.Item(secret.id().text(), secret.version(), secret.labels().name().text(), secret.labels().expiresAt(),
                release.value().release(), release.git());
    }
}
