package ai.igent.maestro.vault.reveal;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.envelope.EnvelopeFailure;
import ai.igent.maestro.envelope.OwnerKeys;
import ai.igent.maestro.vault.secret.RowSeals;
import ai.igent.maestro.vault.secret.SealedSecret;
import ai.igent.maestro.vault.secret.SealedSecretRepository;
import ai.igent.maestro.vault.secret.Secret;
import ai.igent.maestro.vocabulary.SecretId;
import ai.igent.maestro.vocabulary.SecretValue;
import ai.igent.maestro.web.identity.Caller;

/** Reveals the current value of one secret to a person: judged, opened, put on record, and only then answered. */
@ApplicationScoped
class RevealSecret {
    private final SealedSecretRepository secrets;
    private final OwnerKeys keys;
    private final RowSeals seals;
    private final RevealRecords records;
    private final Clock clock;

    RevealSecret(SealedSecretRepository secrets, OwnerKeys keys, RowSeals seals, RevealRecords records, Clock clock) {
        this.secrets = secrets;
        this.keys = keys;
        this.seals = seals;
        this.records = records;
        this.clock = clock;
    }

    /** The value in it is the caller's to wipe once it is sent. Fails with {@link RevealFailure}, which is on record unless nothing has that id. */
    Uni<Revealed> of(SecretId id, Caller.Person caller) {
        return secrets.of(List.of(id.text())).map(RevealSecret::require).chain(sealed -> reveal(sealed, caller));
    }

    private static SealedSecret require(List<SealedSecret> found) {
        if (found.isEmpty()) throw new RevealFailure(Refusal.NOT_OWNER);
        return found.getFirst();
    }

    private Uni<Revealed> reveal(SealedSecret sealed, Caller.Person caller) {
        return RevealRule.refusal(sealed.secret(), caller, clock.instant()).map(refusal -> this.<Revealed>refuse(sealed.secret(), refusal))
                .orElseGet(() -> open(sealed).chain(value -> answer(sealed.secret(), value)));
    }

    private Uni<SecretValue> open(SealedSecret sealed) {
        Secret secret = sealed.secret();
        return keys.with(secret.owner(), secret.dataKey(), key -> sealed.open(seals, key))
                .onFailure(EnvelopeFailure.KeyDestroyed.class).recoverWithUni(() -> refuse(secret, Refusal.DESTROYED))
                .onFailure(RevealSecret::isBroken).recoverWithUni(() -> refuse(secret, Refusal.BROKEN));
    }

    private static boolean isBroken(Throwable failure) {
        return failure instanceof EnvelopeFailure.SealBroken || failure instanceof EnvelopeFailure.KeyGone;
    }

    private Uni<Revealed> answer(Secret secret, SecretValue value) {
        return records.revealed(secret).map(done -> new Revealed(value, secret.version()))
                .onFailure().invoke(value::close);
    }

    private <R> Uni<R> refuse(Secret secret, Refusal refusal) {
        return records.refused(secret, refusal).chain(() -> Uni.createFrom().failure(new RevealFailure(refusal)));
    }

    record Revealed(SecretValue value, long version) {}
}
