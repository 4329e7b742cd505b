package ai.igent.maestro.session.signing;

import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;

import io.smallrye.mutiny.Uni;

/** The public keys of tokens and grants, for everyone who verifies them. */
@Path("/.well-known/jwks.json")
public class PublishedKeysResource {
    private static final String CACHE = "public, max-age=60";

    private final SigningKeys keys;

    PublishedKeysResource(SigningKeys keys) {
        this.keys = keys;
    }

    @GET
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<RestResponse<String>> read() {
        return keys.published().map(PublishedKeysResource::keySet)
                .map(set -> ResponseBuilder.ok(set.toJson(OutputControlLevel.PUBLIC_ONLY)).header("Cache-Control", CACHE).build());
    }

    private static JsonWebKeySet keySet(List<StoredKey> published) {
        var set = new JsonWebKeySet();
        published.stream().map(PublishedKeysResource::publicKey).forEach(set::addJsonWebKey);
        return set;
    }

    private static JsonWebKey publicKey(StoredKey stored) {
        var key = stored.algorithm().published(stored.publicKey());
        key.setKeyId(stored.id());
        return key;
    }
}
