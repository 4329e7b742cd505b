package ai.igent.maestro.vault.secret;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.vocabulary.SecretId;
import ai.igent.maestro.web.identity.CallerIdentity;
import ai.igent.maestro.web.identity.Role;

/** One secret: see docs/reference/vault-service.md. */
@Path(SecretResource.PATH + "/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.USER)
class OneSecretResource {
    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final CallerIdentity identity;
    private final SecretViewRepository secrets;
    private final EditSecret editSecret;
    private final DeleteSecret deleteSecret;
    private final PurgeSecret purgeSecret;
    private final SecretAnswers answers;

    OneSecretResource(CallerIdentity identity, SecretViewRepository secrets, EditSecret editSecret, DeleteSecret deleteSecret,
            PurgeSecret purgeSecret, SecretAnswers answers) {
        this.identity = identity;
        this.secrets = secrets;
        this.editSecret = editSecret;
        this.deleteSecret = deleteSecret;
        this.purgeSecret = purgeSecret;
        this.answers = answers;
    }

    @GET
    public Uni<Response> read(@RestPath SecretId id) {
        return secrets.require(id, identity.person()).chain(answers::one);
    }

    @PATCH
    @Consumes({MERGE_PATCH, MediaType.APPLICATION_JSON})
    public Uni<Response> edit(@RestPath SecretId id, @RestHeader(HttpHeaders.IF_MATCH) String expected,
            @Valid @NotNull LabelsPatch patch) {
        return editSecret.of(id, identity.person(), new IfMatch(expected), patch).chain(answers::one);
    }

    @DELETE
    public Uni<Void> delete(@RestPath SecretId id, @RestHeader(HttpHeaders.IF_MATCH) String expected, @RestQuery String purge) {
        if (Flag.of("purge", purge)) return purgeSecret.of(id, identity.person(), new IfMatch(expected));
        return deleteSecret.of(id, identity.person(), new IfMatch(expected)).replaceWithVoid();
    }

    @POST
    @Path("/undelete")
    public Uni<Response> undelete(@RestPath SecretId id, @RestHeader(HttpHeaders.IF_MATCH) String expected) {
        return deleteSecret.undo(id, identity.person(), new IfMatch(expected)).chain(answers::one);
    }
}
