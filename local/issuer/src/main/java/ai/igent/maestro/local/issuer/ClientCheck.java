package ai.igent.maestro.local.issuer;

import java.util.Optional;

import com.nimbusds.oauth2.sdk.AbstractOptionallyIdentifiedRequest;
import com.nimbusds.oauth2.sdk.auth.PlainClientSecret;

/** Finds out which client makes a request, and believes it only if it proves it: by its secret, or by being one that has none. */
final class ClientCheck {
    private final Realm realm;

    ClientCheck(Realm realm) {
        this.realm = realm;
    }

    Optional<Client> of(AbstractOptionallyIdentifiedRequest request) {
        if (request.getClientAuthentication() instanceof PlainClientSecret proof)
            return realm.client(proof.getClientID().getValue()).filter(client -> client.hasSecret(proof.getClientSecret().getValue()));
        if (request.getClientAuthentication() != null || request.getClientID() == null)
            return Optional.empty();
        return realm.client(request.getClientID().getValue()).filter(Client::isPublic);
    }
}
