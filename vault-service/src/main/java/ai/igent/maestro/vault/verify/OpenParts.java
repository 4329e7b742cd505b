package ai.igent.maestro.vault.verify;

import java.util.HashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.envelope.EnvelopeFailure;
import ai.igent.maestro.envelope.OwnerKeys;
import ai.igent.maestro.vault.secret.RowSeals;
import ai.igent.maestro.vault.secret.SealedSecret;
import ai.igent.maestro.vault.secret.Secret;
import ai.igent.maestro.vocabulary.SecretValue;
import ai.igent.maestro.vocabulary.VariableName;

/** Opens the values of a call. May ask the key service: never inside a transaction. */
@ApplicationScoped
class OpenParts {
    private final OwnerKeys keys;
    private final RowSeals seals;
    private final VerificationRecords records;

    OpenParts(OwnerKeys keys, RowSeals seals, VerificationRecords records) {
        this.keys = keys;
        this.seals = seals;
        this.records = records;
    }

    /** All of them, for the caller to close, or none: fails with {@link VerifyFailure.Tampered}, on record, when one is not genuine. */
    Uni<Credentials> of(Map<VariableName, SealedSecret> parts) {
        Map<VariableName, SecretValue> opened = new HashMap<>();
        return Multi.createFrom().iterable(parts.entrySet())
                .onItem().transformToUniAndConcatenate(part -> open(part.getValue()).invoke(value -> opened.put(part.getKey(), value)))
                .collect().asList().map(all -> new Credentials(opened))
                .onFailure().invoke(() -> opened.values().forEach(SecretValue::close))
                .onCancellation().invoke(() -> opened.values().forEach(SecretValue::close));
    }

    private Uni<SecretValue> open(SealedSecret sealed) {
        Secret secret = sealed.secret();
        return keys.with(secret.owner(), secret.dataKey(), key -> sealed.open(seals, key))
                .onFailure(OpenParts::isBroken).recoverWithUni(() -> refuse(secret));
    }

    private static boolean isBroken(Throwable failure) {
        return failure instanceof EnvelopeFailure.SealBroken || failure instanceof EnvelopeFailure.KeyGone;
    }

    private Uni<SecretValue> refuse(Secret secret) {
        return records.refused(secret, "secret-tampered").chain(() -> Uni.createFrom().failure(new VerifyFailure.Tampered()));
    }
}
