package ai.igent.maestro.session.table;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestPath;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.vocabulary.SessionId;
import ai.igent.maestro.web.identity.CallerIdentity;
import ai.igent.maestro.web.identity.Role;
import ai.igent.maestro.web.paging.PageRequest;

/** The /secrets table of a session. */
@Path("/v1/sessions/{id}/secrets")
@Produces(MediaType.APPLICATION_JSON)
public class TableResource {
    private final ShowSecrets showSecrets;
    private final CallerIdentity identity;

    TableResource(ShowSecrets showSecrets, CallerIdentity identity) {
        this.showSecrets = showSecrets;
        this.identity = identity;
    }

    @GET
    @RolesAllowed({Role.USER, Role.AGENT})
    public Uni<TableView> show(@RestPath SessionId id, @Valid @BeanParam TableFilter filter, @Valid @BeanParam PageRequest page) {
        return showSecrets.of(id, identity.current(), filter, TablePage.of(page.cursor(), page.limit()));
    }
}
