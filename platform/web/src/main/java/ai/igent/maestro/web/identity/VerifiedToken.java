package ai.igent.maestro.web.identity;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;

import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;

import io.quarkus.oidc.runtime.OidcUtils;

/**
 * What a verified token said, without the token.
 *
 * @param tenant who verified it
 * @param key the id of the key it was signed with, empty when it names none
 * @param claimedRoles as they stand in the token; what they are worth depends on the tenant
 */
record VerifiedToken(String tenant, String key, JsonWebToken claims, Set<String> claimedRoles) {
    VerifiedToken {
        claimedRoles = Set.copyOf(claimedRoles);
    }

    static VerifiedToken of(String token, String tenant, Set<String> claimedRoles) {
        return new VerifiedToken(tenant, OidcUtils.decodeJwtHeaders(token).getString("kid", "").intern(), claims(token), claimedRoles);
    }

    boolean isExpiredAt(Instant now) {
        return claims.getExpirationTime() <= now.getEpochSecond();
    }

    /** A token bound to a certificate or key (RFC 7800) is worth nothing without a proof of possession, which comes anew with each request. */
    boolean needsProof() {
        return claims.containsClaim("cnf");
    }

    private static JsonWebToken claims(String token) {
        try {
            byte[] payload = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
            return new RememberedClaims(JwtClaims.parse(new String(payload, StandardCharsets.UTF_8)));
        } catch (InvalidJwtException impossible) {
            throw new IllegalStateException("a verified token whose claims cannot be read");
        }
    }
}
