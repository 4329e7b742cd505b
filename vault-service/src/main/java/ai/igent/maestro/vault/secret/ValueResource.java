package ai.igent.maestro.vault.secret;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.vocabulary.SecretId;
import ai.igent.maestro.vocabulary.SecretValue;
import ai.igent.maestro.web.identity.CallerIdentity;
import ai.igent.maestro.web.identity.Role;

/** The value of a secret, which can be given and not read: see docs/reference/vault-service.md. */
@Path(SecretResource.PATH + "/{id}/value")
@Produces(MediaType.APPLICATION_JSON)
class ValueResource {
    private final CallerIdentity identity;
    private final ChangeValue changeValue;
    private final SecretAnswers answers;

    ValueResource(CallerIdentity identity, ChangeValue changeValue, SecretAnswers answers) {
        this.identity = identity;
        this.changeValue = changeValue;
        this.answers = answers;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.USER)
    public Uni<Response> change(@RestPath SecretId id, @RestHeader(HttpHeaders.IF_MATCH) String expected, @Valid @NotNull NewValue body) {
        return changeValue.of(id, identity.person(), new IfMatch(expected), body.value(), body.reason()).chain(answers::one);
    }

    record NewValue(@NotNull SecretValue value, @Size(max = 500) String reason) {}
}
