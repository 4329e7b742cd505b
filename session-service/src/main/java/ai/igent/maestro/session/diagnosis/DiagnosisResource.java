package ai.igent.maestro.session.diagnosis;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.vocabulary.SessionId;
import ai.igent.maestro.web.identity.CallerIdentity;
import ai.igent.maestro.web.identity.Role;

/** What keeps a secret from where it is expected: see docs/reference/session-service.md. */
@Path("/v1/sessions/{id}/diagnosis")
@Produces(MediaType.APPLICATION_JSON)
public class DiagnosisResource {
    private final Diagnose diagnose;
    private final CallerIdentity identity;

    DiagnosisResource(Diagnose diagnose, CallerIdentity identity) {
        this.diagnose = diagnose;
        this.identity = identity;
    }

    @GET
    @RolesAllowed({Role.USER, Role.AGENT})
    public Uni<Diagnosis> show(@RestPath SessionId id, @RestQuery String secret) {
        return diagnose.of(id, identity.current(), new Asked(secret));
    }
}
