package ai.igent.maestro.web.identity;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.TenantResolver;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/**
 * Chooses who has to verify a token by what it says of itself. Nothing is believed here: the chosen tenant checks signature, issuer and audience,
 * and a token that lies about them fails there.
 */
@ApplicationScoped
@Unremovable
class TenantByIssuer implements TenantResolver {
    private static final String SCHEME = "bearer ";

    private final IdentityConfig config;

    TenantByIssuer(IdentityConfig config) {
        this.config = config;
    }

    @Override
    public String resolve(RoutingContext request) {
        JsonObject claims = claims(request.request().getHeader(HttpHeaders.AUTHORIZATION));
        if (!config.sessionIssuer().equals(claims.getValue("iss"))) return Tenant.PEOPLE;
        if (names(claims, Tenant.AGENT_AUDIENCE)) return Tenant.AGENTS;
        return names(claims, Tenant.SANDBOX_AUDIENCE) ? Tenant.SANDBOXES : Tenant.PEOPLE;
    }

    private static boolean names(JsonObject claims, String audience) {
        Object said = claims.getValue("aud");
        return audience.equals(said) || said instanceof io.vertx.core.json.JsonArray several && several.getList().equals(List.of(audience));
    }

    private static JsonObject claims(String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) return new JsonObject();
        String[] parts = authorization.substring(SCHEME.length()).split("\\.");
        if (parts.length != 3) return new JsonObject();
        try {
            return new JsonObject(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException | DecodeException notAToken) {
            return new JsonObject();
        }
    }
}
