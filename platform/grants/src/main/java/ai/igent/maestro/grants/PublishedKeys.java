package ai.igent.maestro.grants;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

import io.smallrye.mutiny.Uni;

/** session-service's public keys, as a JSON Web Key Set (RFC 7517). */
@RegisterRestClient(configKey = "session-keys")
@Path("/.well-known/jwks.json")
interface PublishedKeys {
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    Uni<String> read();
}
