package ai.igent.maestro.egress;

import java.net.URI;
import java.util.Optional;

import ai.igent.maestro.vocabulary.SecretValue;

/** A request to a provider. {@code authorization} is the header's whole value; the caller wipes it and the form afterwards. */
public record OutgoingCall(URI target, Optional<SecretValue> authorization, Optional<Form> form) {
    /** Reads {@code target} as the bearer of a token. */
    public static OutgoingCall get(URI target, SecretValue authorization) {
        return new OutgoingCall(target, Optional.of(authorization), Optional.empty());
    }

    /** Posts a form. */
    public static OutgoingCall post(URI target, Optional<SecretValue> authorization, Form form) {
        return new OutgoingCall(target, authorization, Optional.of(form));
    }
}
