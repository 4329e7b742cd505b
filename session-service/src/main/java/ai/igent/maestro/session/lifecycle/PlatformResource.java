package ai.igent.maestro.session.lifecycle;

import java.time.Duration;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.audittrail.CurrentOriginator;
import ai.igent.maestro.vocabulary.SessionId;
import ai.igent.maestro.web.identity.Role;

/** What only the platform does with a session: extend it, renew its tokens. */
@Path("/v1/sessions")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.PLATFORM)
public class PlatformResource {
    private final ExtendSession extendSession;
    private final RenewTokens renewTokens;
    private final SessionViews views;
    private final Lifetime lifetime;
    private final CurrentOriginator originator;

    PlatformResource(ExtendSession extendSession, RenewTokens renewTokens, SessionViews views, Lifetime lifetime,
            CurrentOriginator originator) {
        this.extendSession = extendSession;
        this.renewTokens = renewTokens;
        this.views = views;
        this.lifetime = lifetime;
        this.originator = originator;
    }

    @POST
    @Path("/{id}/extend")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<SessionView> extend(@RestPath SessionId id, @Valid @NotNull Extend wish) {
        return extendSession.of(id, lifetime.of(wish.expiresIn()), originator.get()).chain(views::of);
    }

    @POST
    @Path("/{id}/tokens")
    public Uni<RestResponse<Opened>> renewTokens(@RestPath SessionId id) {
        return renewTokens.of(id, originator.get()).chain(views::opened)
                .map(opened -> ResponseBuilder.ok(opened).header("Cache-Control", "no-store").build());
    }

    record Extend(@NotNull Duration expiresIn) {}
}
