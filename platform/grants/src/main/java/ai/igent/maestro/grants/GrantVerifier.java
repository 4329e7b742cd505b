package ai.igent.maestro.grants;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
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
    private final CheckedGrants checked;

    GrantVerifier(KeySet keys, IdentityConfig identity, ObjectMapper json, Clock clock) {
        this.keys = keys;
        this.identity = identity;
        this.json = json;
        this.clock = clock;
        this.checked = new CheckedGrants(clock);
    }

    /**
     * What is granted, once signature, type, issuer, audience, time and presenter hold. May read session-service's keys: call it outside any
     * transaction. Fails with {@link GrantFailure}.
     *
     * @param service the owner service that is asked, as in the grant's audience
     */
    public Uni<Granted> verify(String grant, String service, Caller.ServiceClient presenter) {
        return checked.find(grant, service).map(known -> Uni.createFrom().item(known)).orElseGet(() -> check(grant, service))
                .invoke(claims -> requirePresenter(presenter, claims))
                .map(Granted::new);
    }

    private Uni<List<GrantClaims>> check(String grant, String service) {
        return Uni.createFrom().item(() -> read(grant))
                .chain(read -> keys.find(read.keyId()).map(key -> check(grant, read.type(), service, key)));
    }

    /** What says how it is to be verified; it counts for nothing else. */
    private static Header read(String grant) {
        if (grant == null) throw new GrantFailure.Refused();
        try {
            var signed = (JsonWebSignature) JsonWebSignature.fromCompactSerialization(grant);
            return new Header(required(signed.getKeyIdHeaderValue()), required(signed.getHeader("typ")));
        } catch (JoseException | ClassCastException notSigned) {
            throw new GrantFailure.Refused();
        }
    }

    private static String required(String header) {
        if (header == null) throw new GrantFailure.Refused();
        return header;
    }

    private List<GrantClaims> check(String grant, String type, String service, Optional<VerificationKey> key) {
        VerificationKey known = key.orElseThrow(GrantFailure.Refused::new);
        try {
            return switch (type) {
                case GrantFormat.TYPE -> List.of(one(claims(grant, type, service, known).getClaimValue(GrantFormat.CLAIM)));
                case GrantFormat.TYPE_OF_SEVERAL -> several(grant, service, claims(grant, type, service, known));
                default -> throw new GrantFailure.Refused();
            };
        } catch (InvalidJwtException | MalformedClaimException | IllegalArgumentException refused) {
            throw new GrantFailure.Refused();
        }
    }

    private JwtClaims claims(String grant, String type, String service, VerificationKey key) throws InvalidJwtException {
        return key.verifier().setExpectedType(true, type)
                .setJwsAlgorithmConstraints(new AlgorithmConstraints(ConstraintType.PERMIT, GrantFormat.ALGORITHMS))
                .setExpectedIssuer(true, identity.sessionIssuer()).setExpectedAudience(true, service).setRequireExpirationTime()
                .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis())).build().processToClaims(grant);
    }

    private GrantClaims one(Object claim) {
        if (claim == null) throw new GrantFailure.Refused();
        return json.convertValue(claim, GrantClaims.class);
    }

    private List<GrantClaims> several(String grant, String service, JwtClaims claims) throws MalformedClaimException {
        if (!(claims.getClaimValue(GrantFormat.CLAIM_OF_SEVERAL) instanceof List<?> several)) throw new GrantFailure.Refused();
        List<GrantClaims> grants = several.stream().map(this::one).toList();
        checked.keep(grant, service, grants, Instant.ofEpochMilli(claims.getExpirationTime().getValueInMillis()));
        return grants;
    }

    private static void requirePresenter(Caller.ServiceClient presenter, List<GrantClaims> grants) {
        if (!grants.stream().allMatch(grant -> presenter.clientId().equals(grant.client()))) throw new GrantFailure.Refused();
    }

    private record Header(String keyId, String type) {}
}
