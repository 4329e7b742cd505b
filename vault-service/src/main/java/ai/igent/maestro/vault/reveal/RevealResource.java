package ai.igent.maestro.vault.reveal;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestPath;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerResponse;

import ai.igent.maestro.vault.reveal.RevealSecret.Revealed;
import ai.igent.maestro.vocabulary.ReleasedValue;
import ai.igent.maestro.vocabulary.SecretId;
import ai.igent.maestro.web.identity.CallerIdentity;
import ai.igent.maestro.web.identity.Role;

/** Shows a value to whoever owns it: see docs/reference/vault-service.md. */
@Path("/v1/secrets/{id}/reveal")
@Produces(MediaType.APPLICATION_JSON)
class RevealResource {
    private final CallerIdentity identity;
    private final RevealSecret revealSecret;

    RevealResource(CallerIdentity identity, RevealSecret revealSecret) {
        this.identity = identity;
        this.revealSecret = revealSecret;
    }

    @POST
    @RolesAllowed(Role.USER)
    public Uni<Response> reveal(@RestPath SecretId id, HttpServerResponse response) {
        return revealSecret.of(id, identity.person())
                .invoke(revealed -> response.endHandler(sent -> revealed.value().close()))
                .map(RevealResource::answer);
    }

    private static Response answer(Revealed revealed) {
        return Response.ok(new RevealView(revealed.value().release(), revealed.version())).header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    record RevealView(ReleasedValue value, long version) {}
}
