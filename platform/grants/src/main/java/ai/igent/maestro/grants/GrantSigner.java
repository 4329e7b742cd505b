package ai.igent.maestro.grants;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import ai.igent.maestro.vocabulary.IdSource;
import ai.igent.maestro.web.identity.IdentityConfig;

/** Signs grants. Only session-service has a key to give it. About 0.15 ms of computing per grant with ES256, 1 ms with RS256. */
@ApplicationScoped
public class GrantSigner {
    private final IdentityConfig identity;
    private final ObjectMapper json;
    private final Clock clock;
    private final IdSource ids;

    GrantSigner(IdentityConfig identity, ObjectMapper json, Clock clock, IdSource ids) {
        this.identity = identity;
        this.json = json;
        this.clock = clock;
        this.ids = ids;
    }

    /** The grant in compact form, valid for ten seconds from now. */
    public String sign(GrantClaims grant, SigningKey key) {
        return sign(GrantFormat.TYPE, frame().with(grant), key);
    }

    /** Grants for as many different sessions in one, so that they cost one signature. Valid for as long. */
    public String signTogether(List<GrantClaims> grants, SigningKey key) {
        return sign(GrantFormat.TYPE_OF_SEVERAL, frame().with(grants), key);
    }

    private GrantPayload.Frame frame() {
        return new GrantPayload.Frame(identity.sessionIssuer(), ids.next().toString(), clock.instant());
    }

    private String sign(String type, GrantPayload payload, SigningKey key) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(key.algorithm());
        signature.setHeader("typ", type);
        signature.setKeyIdHeaderValue(key.id());
        signature.setKey(key.key());
        try {
            signature.setPayload(json.writeValueAsString(payload));
            return signature.getCompactSerialization();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a grant cannot be written", impossible);
        } catch (JoseException broken) {
            throw new IllegalStateException("the signing key " + key.id() + " does not sign", broken);
        }
    }
}
