package ai.igent.maestro.grants;

import java.time.Clock;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.lang.JoseException;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.web.identity.Caller;
import ai.igent.maestro.web.identity.IdentityConfig;

/** Checks a grant before a value is released against it. */
@ApplicationScoped
public class GrantVerifier {
    private final KeySet keys;
    private final IdentityConfig identity;
    private final ObjectMapper json;
    private final Clock clock;

    GrantVerifier(KeySet keys, IdentityConfig identity, ObjectMapper json, Clock clock) {
        this.keys = keys;
        this.identity = identity;
        this.json = json;
        this.clock = clock;
    }

    /**
     * What the grant says, once its signature, type, issuer, audience, time and presenter hold. May read session-service's keys: call it outside any
     * transaction. Fails with {@link GrantFailure}.
     *
     * @param service the owner service that is asked, as in the grant's audience
     */
    public Uni<GrantClaims> verify(String grant, String service, Caller.ServiceClient presenter) {
        return Uni.createFrom().item(() -> keyId(grant)).chain(keys::find).map(key -> check(grant, service, key))
                .map(claims -> presentedBy(presenter, claims));
    }

    private static String keyId(String grant) {
        if (grant == null) throw new GrantFailure.Refused();
        try {
            String id = ((JsonWebSignature) JsonWebSignature.fromCompactSerialization(grant)).getKeyIdHeaderValue();
            if (id == null) throw new GrantFailure.Refused();
            return id;
        } catch (JoseException | ClassCastException notSigned) {
            throw new GrantFailure.Refused();
        }
    }

    private GrantClaims check(String grant, String service, Optional<VerificationKey> key) {
        VerificationKey known = key.orElseThrow(GrantFailure.Refused::new);
        try {
            JwtClaims claims = known.verifier().setExpectedType(true, GrantFormat.TYPE)
                    .setJwsAlgorithmConstraints(new AlgorithmConstraints(ConstraintType.PERMIT, GrantFormat.ALGORITHMS))
                    .setExpectedIssuer(true, identity.sessionIssuer()).setExpectedAudience(true, service).setRequireExpirationTime()
                    .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis())).build().processToClaims(grant);
            return json.convertValue(claims.getClaimValue(GrantFormat.CLAIM), GrantClaims.class);
        } catch (InvalidJwtException | IllegalArgumentException refused) {
            throw new GrantFailure.Refused();
        }
    }

    private static GrantClaims presentedBy(Caller.ServiceClient presenter, GrantClaims claims) {
        if (claims == null || !presenter.clientId().equals(claims.client())) throw new GrantFailure.Refused();
        return claims;
    }
}
