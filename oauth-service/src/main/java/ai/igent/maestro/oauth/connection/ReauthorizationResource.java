package ai.igent.maestro.oauth.connection;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.audittrail.CurrentOriginator;
import ai.igent.maestro.oauth.provider.Scopes;
import ai.igent.maestro.vocabulary.ConnectionId;
import ai.igent.maestro.web.identity.Caller;
import ai.igent.maestro.web.identity.CallerIdentity;
import ai.igent.maestro.web.identity.Role;

/** A further authorization of a connection: for other scopes, or because the provider no longer honours it. */
@Path("/v1/connections/{id}/reauthorize")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.USER)
class ReauthorizationResource {
    private final CallerIdentity identity;
    private final CurrentOriginator originator;
    private final ReauthorizeConnection reauthorize;
    private final ConsolePages pages;

    ReauthorizationResource(CallerIdentity identity, CurrentOriginator originator, ReauthorizeConnection reauthorize, ConsolePages pages) {
        this.identity = identity;
        this.originator = originator;
        this.reauthorize = reauthorize;
        this.pages = pages;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Reauthorization> reauthorize(ConnectionId id, @NotNull @Valid WishedScopes wish) {
        Caller.Person person = identity.person();
        return reauthorize.by(person, id, Optional.ofNullable(wish.scopes()).map(Scopes::of), originator.get())
                .map(connection -> new Reauthorization(pages.start(connection.id())));
    }

    /** Without scopes the same are asked for as before. */
    record WishedScopes(@Size(max = 50) List<@NotNull @Size(min = 1, max = 200) String> scopes) {}

    /** The page of the console where the connection is authorized. */
    record Reauthorization(URI authorizeUrl) {}
}
