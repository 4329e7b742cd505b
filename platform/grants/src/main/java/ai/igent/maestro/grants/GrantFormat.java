package ai.igent.maestro.grants;

import java.time.Duration;
import java.util.List;

import org.jose4j.jws.AlgorithmIdentifiers;

/** The names and bounds that signer and verifier share. */
final class GrantFormat {
    static final String TYPE = "maestro-grant+jwt";
    /** Grants for several sessions under one signature. A type of its own, so that nothing takes it for the grant of one. */
    static final String TYPE_OF_SEVERAL = "maestro-grants+jwt";
    /** Those of {@link SigningKey}. */
    static final String[] ALGORITHMS = {AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256, AlgorithmIdentifiers.RSA_USING_SHA256};
    static final Duration LIFE = Duration.ofSeconds(10);
    static final List<String> OWNER_SERVICES = List.of("vault-service", "oauth-service");
    /** Holds {@link GrantClaims} whole, so that the format stands in one record. */
    static final String CLAIM = "grant";
    /** The same of several, as a list. */
    static final String CLAIM_OF_SEVERAL = "grants";

    private GrantFormat() {}
}
