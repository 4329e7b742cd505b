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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.audittrail.CurrentOriginator;
import ai.igent.maestro.idempotency.Attempts;
import ai.igent.maestro.idempotency.Fingerprint;
import ai.igent.maestro.session.session.NewSession;
import ai.igent.maestro.session.session.OneLine;
import ai.igent.maestro.vocabulary.Environment;
import ai.igent.maestro.web.identity.CallerIdentity;
import ai.igent.maestro.web.identity.Role;

/** New sessions, which the platform creates. */
@Path(SessionsResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.PLATFORM)
public class SessionsResource {
    static final String PATH = "/v1/sessions";

    private final BeginSession beginSession;
    private final SessionViews views;
    private final Lifetime lifetime;
    private final Attempts attempts;
    private final CallerIdentity identity;
    private final CurrentOriginator originator;

    SessionsResource(BeginSession beginSession, SessionViews views, Lifetime lifetime, Attempts attempts, CallerIdentity identity,
            CurrentOriginator originator) {
        this.beginSession = beginSession;
        this.views = views;
        this.lifetime = lifetime;
        this.attempts = attempts;
        this.identity = identity;
        this.originator = originator;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<RestResponse<Opened>> create(@RestHeader("Idempotency-Key") String key, @Valid @NotNull Create wish) {
        var session = new NewSession(wish.user(), wish.organization(), wish.title(), wish.agent(), wish.environment(),
                lifetime.of(wish.expiresIn()));
        var by = originator.get();
        return attempts.of(key, identity.person(), PATH, wish::fingerprint)
                .chain(attempt -> beginSession.of(session, attempt, by))
                .chain(views::opened)
                .map(SessionsResource::created);
    }

    private static RestResponse<Opened> created(Opened opened) {
        return ResponseBuilder.<Opened>created(URI.create(PATH + "/" + opened.session().id())).entity(opened)
                .header("Cache-Control", "no-store").build();
    }

    record Create(@NotNull @Size(max = 200) @Pattern(regexp = OWNER_ID) String user,
            @Size(max = 200) @Pattern(regexp = OWNER_ID) String organization,
            @OneLine String title, @OneLine String agent, Environment environment, Duration expiresIn) {
        private static final String OWNER_ID = "[^\\p{Cntrl}\\s:]+";

        void fingerprint(Fingerprint print) {
            print.add(user).add(organization).add(title).add(agent).add(environment).add(expiresIn);
        }
    }
}
