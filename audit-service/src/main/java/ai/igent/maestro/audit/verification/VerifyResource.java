package ai.igent.maestro.audit.verification;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.contracts.event.AuditRecord;
import ai.igent.maestro.web.identity.CallerIdentity;
import ai.igent.maestro.web.identity.RequestSource;
import ai.igent.maestro.web.identity.Role;

/** Verification on demand: see docs/reference/audit-service.md. */
@Path("/v1/audit/verify")
@Produces(MediaType.APPLICATION_JSON)
public class VerifyResource {
    private final VerifyTrail verifyTrail;
    private final RecordVerification recordVerification;
    private final CallerIdentity identity;
    private final RequestSource source;

    VerifyResource(VerifyTrail verifyTrail, RecordVerification recordVerification, CallerIdentity identity, RequestSource source) {
        this.verifyTrail = verifyTrail;
        this.recordVerification = recordVerification;
        this.identity = identity;
        this.source = source;
    }

    @GET
    @RolesAllowed(Role.AUDITOR)
    public Uni<Verification> verify() {
        var actor = identity.current().actor();
        var from = new AuditRecord.Source(source.ip(), source.userAgent());
        return verifyTrail.now().call(verification -> recordVerification.by(actor, from, verification));
    }
}
