package ai.igent.maestro.audit.trail;

import java.util.List;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.audit.chain.AuditEvent;
import ai.igent.maestro.contracts.event.AuditAppended;
import ai.igent.maestro.web.identity.CallerIdentity;
import ai.igent.maestro.web.identity.Role;
import ai.igent.maestro.web.paging.Page;
import ai.igent.maestro.web.paging.PageRequest;

/** The trail, newest first, in the shape it has on audit.v1: see docs/reference/audit-service.md. */
@Path("/v1/audit/events")
@Produces(MediaType.APPLICATION_JSON)
public class EventResource {
    private final TrailRepository trail;
    private final CallerIdentity identity;

    EventResource(TrailRepository trail, CallerIdentity identity) {
        this.trail = trail;
        this.identity = identity;
    }

    @GET
    @RolesAllowed({Role.AUDITOR, Role.USER})
    public Uni<Page<AuditAppended>> list(@BeanParam EventQuery query, @BeanParam PageRequest page) {
        return trail.newest(Audience.of(identity.person()), query.filter(), Position.parse(page.cursor()), page.limit() + 1)
                .map(events -> published(Page.of(events, page.limit(), Position::of)));
    }

    /** An entry that was tampered with until it is no record any more is left to verification; it does not hide the others. */
    private static Page<AuditAppended> published(Page<AuditEvent> page) {
        List<AuditAppended> readable = page.items().stream().map(AuditEvent::published).flatMap(Optional::stream).toList();
        return new Page<>(readable, page.next());
    }
}
