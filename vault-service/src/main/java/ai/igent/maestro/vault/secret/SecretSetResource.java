package ai.igent.maestro.vault.secret;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestHeader;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.idempotency.Attempts;
import ai.igent.maestro.vault.catalog.Catalog;
import ai.igent.maestro.web.identity.CallerIdentity;
import ai.igent.maestro.web.identity.Role;

/** All secrets of one integration at once: see docs/reference/vault-service.md. */
@Path(SecretSetResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.USER)
class SecretSetResource {
    static final String PATH = "/v1/secret-sets";

    private final CallerIdentity identity;
    private final RegisterSecret registerSecret;
    private final Attempts attempts;
    private final Catalog catalog;
    private final SecretAnswers answers;

    SecretSetResource(CallerIdentity identity, RegisterSecret registerSecret, Attempts attempts, Catalog catalog, SecretAnswers answers) {
        this.identity = identity;
        this.registerSecret = registerSecret;
        this.attempts = attempts;
        this.catalog = catalog;
        this.answers = answers;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> register(@RestHeader("Idempotency-Key") String key, @Valid @NotNull SetRequest body) {
        var caller = identity.person();
        var owner = Access.newOwner(caller, body.organization());
        var drafts = new SecretSet(Terms.integration(catalog, body.integration()), body, owner).drafts();
        return attempts.of(key, caller, PATH, body::fingerprint)
                .chain(attempt -> registerSecret.of(drafts, caller, attempt))
                .chain(made -> answers.created(made));
    }
}
