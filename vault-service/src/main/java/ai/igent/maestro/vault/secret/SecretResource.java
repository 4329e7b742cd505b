package ai.igent.maestro.vault.secret;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import ai.igent.maestro.web.paging.Page;
import ai.igent.maestro.web.paging.PageRequest;

/** The secrets of the caller: see docs/reference/vault-service.md. */
@Path(SecretResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.USER)
class SecretResource {
    static final String PATH = "/v1/secrets";

    private final CallerIdentity identity;
    private final RegisterSecret registerSecret;
    private final FindSecrets findSecrets;
    private final Attempts attempts;
    private final Catalog catalog;
    private final SecretAnswers answers;

    SecretResource(CallerIdentity identity, RegisterSecret registerSecret, FindSecrets findSecrets, Attempts attempts, Catalog catalog,
            SecretAnswers answers) {
        this.identity = identity;
        this.registerSecret = registerSecret;
        this.findSecrets = findSecrets;
        this.attempts = attempts;
        this.catalog = catalog;
        this.answers = answers;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> register(@RestHeader("Idempotency-Key") String key, @Valid @NotNull SecretRequest body) {
        var caller = identity.person();
        var draft = body.draft(caller, catalog);
        return attempts.of(key, caller, PATH, body::fingerprint)
                .chain(attempt -> registerSecret.of(List.of(draft), caller, attempt))
                .chain(made -> answers.created(made.getFirst()));
    }

    @GET
    public Uni<Page<SecretView>> list(@Valid @BeanParam SecretFilter filter, @Valid @BeanParam PageRequest page) {
        return findSecrets.of(identity.person(), filter, page).chain(answers::page);
    }
}
