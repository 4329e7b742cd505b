package ai.igent.maestro.grants;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.interfaces.ECPublicKey;
import java.util.Optional;

import org.jose4j.jca.ProviderContext;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;

/** A published key that grants are verified with, and whose code does it. */
final class VerificationKey {
    private final Key key;
    private final ProviderContext provider;

    private VerificationKey(Key key, ProviderContext provider) {
        this.key = key;
        this.provider = provider;
    }

    /** Empty for what is no public key, or a point that is not on its curve. */
    static Optional<VerificationKey> of(JsonWebKey published) {
        if (!(published instanceof PublicJsonWebKey pair) || published.getKeyId() == null) return Optional.empty();
        return pair.getPublicKey() instanceof ECPublicKey point
                ? elliptic(point)
                : Optional.of(new VerificationKey(pair.getPublicKey(), new ProviderContext()));
    }

    private static Optional<VerificationKey> elliptic(ECPublicKey point) {
        try {
            Key own = CurveProvider.key(point);
            ProviderContext context = new ProviderContext();
            context.getSuppliedKeyProviderContext().setSignatureProvider(CurveProvider.NAME);
            return Optional.of(new VerificationKey(own, context));
        } catch (GeneralSecurityException unusable) {
            return Optional.empty();
        }
    }

    JwtConsumerBuilder verifier() {
        return new JwtConsumerBuilder().setVerificationKey(key).setJwsProviderContext(provider);
    }
}
