package ai.igent.maestro.session.lifecycle;

import java.net.URI;
import java.time.Duration;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.audittrail.CurrentOriginator;
import ai.igent.maestro.session.enrolment.EnrolmentCode;
import ai.igent.maestro.session.session.NewSession;
import ai.igent.maestro.vocabulary.Environment;
import ai.igent.maestro.vocabulary.ReleasedValue;
import ai.igent.maestro.vocabulary.SessionId;
import ai.igent.maestro.web.identity.Role;

/** What only the platform does with sessions: create, extend, renew their tokens. */
@Path("/v1/sessions")
@RolesAllowed(Role.PLATFORM)
public class PlatformResource {
    private final CreateSession createSession;
    private final ExtendSession extendSession;
    private final RenewTokens renewTokens;
    private final SessionViews views;
    private final Lifetime lifetime;
    private final CurrentOriginator originator;

    PlatformResource(CreateSession createSession, ExtendSession extendSession, RenewTokens renewTokens, SessionViews views,
            Lifetime lifetime,
            CurrentOriginator originator) {
        this.createSession = createSession;
        this.extendSession = extendSession;
        this.renewTokens = renewTokens;
        this.views = views;
        this.lifetime = lifetime;
        this.originator = originator;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<RestResponse<Opened>> create(@Valid @NotNull Create wish) {
        var session = new NewSession(wish.user(), wish.organization(), wish.title(), wish.agent(), wish.environment(),
                lifetime.of(wish.expiresIn()));
        return createSession.of(session, originator.get()).chain(this::opened).map(PlatformResource::created);
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
        return renewTokens.of(id, originator.get()).chain(this::opened)
                .map(opened -> ResponseBuilder.ok(opened).header("Cache-Control", "no-store").build());
    }

    private Uni<Opened> opened(SessionOpening opening) {
        return views.of(opening.session()).map(view -> new Opened(view, opening.agentToken(), opening.enrolmentCode()));
    }

    private static RestResponse<Opened> created(Opened opened) {
        return ResponseBuilder.<Opened>created(URI.create("/v1/sessions/" + opened.session().id())).entity(opened)
                .header("Cache-Control", "no-store").build();
    }

    record Create(@NotNull @Size(max = 200) @Pattern(regexp = OWNER_ID) String user,
            @Size(max = 200) @Pattern(regexp = OWNER_ID) String organization,
            @Size(max = 200) String title, @Size(max = 200) String agent, Environment environment, Duration expiresIn) {
        private static final String OWNER_ID = "[^\\p{Cntrl}\\s:]+";
    }

    record Extend(@NotNull Duration expiresIn) {}

    /** {@code agentToken} and {@code enrolmentCode} are shown this once. */
    record Opened(SessionView session, ReleasedValue agentToken, EnrolmentCode enrolmentCode) {}
}
