package ai.igent.maestro.oauth;

import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.lang.JoseException;

import ai.igent.maestro.contracts.internal.GrantItem;
import ai.igent.maestro.grants.GrantClaims;
import ai.igent.maestro.grants.GrantSigner;
import ai.igent.maestro.grants.SigningKey;
import ai.igent.maestro.test.TestIssuer;
import ai.igent.maestro.vocabulary.DeliveryMode;
import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.vocabulary.Purpose;
import ai.igent.maestro.vocabulary.SecretKind;
import ai.igent.maestro.vocabulary.SessionId;
import ai.igent.maestro.vocabulary.Source;
import ai.igent.maestro.vocabulary.VariableName;

/** Grants as session-service signs them. */
@ApplicationScoped
public class Grants {
    public static final SessionId SESSION = new SessionId("ses_" + "7".repeat(32));

    @Inject
    GrantSigner signer;

    /** For alice's session in acme, presented by the injector. */
    public String of(GrantItem... items) {
        return sign("sandbox-injector", "alice", "acme", items);
    }

    public String sign(String client, String user, String organization, GrantItem... items) {
        return signer.sign(new GrantClaims(SESSION, 3, user, organization, client, Purpose.BUILD, List.of(items)), key());
    }

    public static GrantItem item(String connection, Owner owner, long epoch) {
        return new GrantItem(connection, Source.OAUTH, owner, epoch, new VariableName("TOKEN"), SecretKind.ENV, DeliveryMode.VALUE);
    }

    /** Those of {@code connections}, alice's own, at their first epoch. */
    public String ofAlices(String... connections) {
        return of(Stream.of(connections).map(each -> item(each, Owner.user("alice"), 1)).toArray(GrantItem[]::new));
    }

    private static SigningKey key() {
        try {
            var key = (RsaJsonWebKey) JsonWebKey.Factory.newJwk(TestIssuer.sessionSigningKey());
            return new SigningKey(key.getKeyId(), key.getPrivateKey());
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
