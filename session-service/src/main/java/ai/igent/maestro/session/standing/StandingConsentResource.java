package ai.igent.maestro.session.standing;

import java.time.Clock;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestPath;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.audittrail.CurrentOriginator;
import ai.igent.maestro.vocabulary.ConsentId;
import ai.igent.maestro.web.identity.CallerIdentity;
import ai.igent.maestro.web.identity.Role;

/** One consent in advance: reading it with what came of it, and revoking it. */
@Path(StandingConsentsResource.PATH + "/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.USER)
public class StandingConsentResource {
    private static final int LATEST_USES = 50;

    private final StandingConsentRepository consents;
    private final ConsentUseRepository uses;
    private final RevokeConsent revokeConsent;
    private final CallerIdentity identity;
    private final CurrentOriginator originator;
    private final Clock clock;

    StandingConsentResource(StandingConsentRepository consents, ConsentUseRepository uses, RevokeConsent revokeConsent,
            CallerIdentity identity, CurrentOriginator originator, Clock clock) {
        this.consents = consents;
        this.uses = uses;
        this.revokeConsent = revokeConsent;
        this.identity = identity;
        this.originator = originator;
        this.clock = clock;
    }

    @GET
    public Uni<StandingConsentView> read(@RestPath ConsentId id) {
        return consents.require(id, identity.person()).map(consent -> StandingConsentView.of(consent, clock.instant()))
                .chain(view -> uses.latest(id, LATEST_USES).map(view::with));
    }

    /** Revoking it again changes nothing and succeeds. */
    @DELETE
    public Uni<Void> revoke(@RestPath ConsentId id) {
        return revokeConsent.of(id, identity.person(), originator.get());
    }
}
