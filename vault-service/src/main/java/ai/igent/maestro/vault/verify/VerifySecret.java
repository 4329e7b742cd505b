package ai.igent.maestro.vault.verify;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.vault.secret.Access;
import ai.igent.maestro.vault.secret.SealedSecret;
import ai.igent.maestro.vault.secret.SealedSecretRepository;
import ai.igent.maestro.vault.secret.Secret;
import ai.igent.maestro.vault.secret.Status;
import ai.igent.maestro.vocabulary.SecretId;
import ai.igent.maestro.web.identity.Caller;

/** Verifies the current value of one secret: planned, opened, put on record, and only then sent to the provider, outside any transaction. */
@ApplicationScoped
class VerifySecret {
    private final SealedSecretRepository secrets;
    private final PlanVerification planVerification;
    private final OpenParts openParts;
    private final VerificationRecords records;
    private final TryAtProvider provider;
    private final Clock clock;

    VerifySecret(SealedSecretRepository secrets, PlanVerification planVerification, OpenParts openParts, VerificationRecords records,
            TryAtProvider provider, Clock clock) {
        this.secrets = secrets;
        this.planVerification = planVerification;
        this.openParts = openParts;
        this.records = records;
        this.provider = provider;
        this.clock = clock;
    }

    /** Fails with {@link VerifyFailure}. */
    Uni<Verified> of(SecretId id, Caller.Person caller) {
        return secrets.of(List.of(id.text())).map(found -> require(found, caller))
                .chain(asked -> mayLeave(asked).chain(() -> planVerification.of(asked)).chain(plan -> carryOut(plan, asked)));
    }

    private static SealedSecret require(List<SealedSecret> found, Caller.Person caller) {
        if (found.isEmpty() || !Access.maySee(caller, found.getFirst().secret().owner())) throw new VerifyFailure.NotFound();
        if (!Access.mayChange(caller, found.getFirst().secret().owner())) throw new VerifyFailure.AdminRequired();
        return found.getFirst();
    }

    private Uni<Void> mayLeave(SealedSecret asked) {
        Secret secret = asked.secret();
        return switch (secret.status(clock.instant())) {
            case ACTIVE, EXPIRED -> Uni.createFrom().voidItem();
            case DELETED -> Uni.createFrom().failure(new VerifyFailure.Deleted());
            case COMPROMISED -> records.refused(secret, Status.COMPROMISED.text())
                    .chain(() -> Uni.createFrom().failure(new VerifyFailure.Compromised()));
        };
    }

    private Uni<Verified> carryOut(Plan plan, SealedSecret asked) {
        return switch (plan) {
            case Plan.NoCall none -> Uni.createFrom().item(new Verified(Verdict.of(none.why()), clock.instant()));
            case Plan.Call call -> openParts.of(call.parts()).chain(opened -> use(opened, call, asked.secret()));
        };
    }

    private Uni<Verified> use(Credentials opened, Plan.Call call, Secret asked) {
        return records.admit(asked, call.parts().values().stream().map(SealedSecret::secret).toList())
                .chain(() -> provider.of(call.integration(), call.how(), opened))
                .onTermination().invoke(opened::close)
                .map(verdict -> new Verified(verdict, clock.instant()))
                .call(verified -> records.keep(asked, verified));
    }

    /** A verdict and when it was reached. */
    record Verified(Verdict verdict, Instant at) {}
}
