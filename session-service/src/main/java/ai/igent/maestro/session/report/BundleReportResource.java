package ai.igent.maestro.session.report;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestPath;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.audittrail.CurrentOriginator;
import ai.igent.maestro.contracts.internal.BundleReport;
import ai.igent.maestro.vocabulary.SessionId;
import ai.igent.maestro.web.identity.Role;

/** Where the injector says how far a revision came. */
@Path("/internal/v1/sessions/{id}/bundle-reports")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class BundleReportResource {
    private final TakeBundleReport takeBundleReport;
    private final CurrentOriginator originator;

    BundleReportResource(TakeBundleReport takeBundleReport, CurrentOriginator originator) {
        this.takeBundleReport = takeBundleReport;
        this.originator = originator;
    }

    @POST
    @RolesAllowed(Role.SANDBOX_INJECTOR)
    public Uni<Void> report(@RestPath SessionId id, @NotNull BundleReport report) {
        return takeBundleReport.of(id, report, originator.get());
    }
}
