package ai.igent.maestro.vault.verify;

import java.time.Instant;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestPath;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.vault.verify.VerifySecret.Verified;
import ai.igent.maestro.vocabulary.SecretId;
import ai.igent.maestro.web.identity.CallerIdentity;
import ai.igent.maestro.web.identity.Role;

/** Tries a value at its provider: see docs/reference/vault-service.md. */
@Path("/v1/secrets/{id}/verify")
@Produces(MediaType.APPLICATION_JSON)
class VerifyResource {
    private final CallerIdentity identity;
    private final VerifySecret verifySecret;

    VerifyResource(CallerIdentity identity, VerifySecret verifySecret) {
        this.identity = identity;
        this.verifySecret = verifySecret;
    }

    @POST
    @RolesAllowed(Role.USER)
    public Uni<VerificationView> verify(@RestPath SecretId id) {
        return verifySecret.of(id, identity.person()).map(VerificationView::of);
    }

    /** {@code account}, {@code scopes} and {@code expiresAt} are what the provider says, and null when it says nothing. */
    record VerificationView(VerificationStatus status, Instant checkedAt, String account, List<String> scopes, Instant expiresAt,
            String detail) {
        static VerificationView of(Verified verified) {
            var verdict = verified.verdict();
            return new VerificationView(verdict.status(), verified.at(), verdict.account(), verdict.scopes(), verdict.expiresAt(),
                    verdict.explanation().sentence());
        }
    }
}
