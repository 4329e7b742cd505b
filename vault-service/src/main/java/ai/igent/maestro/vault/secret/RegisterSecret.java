package ai.igent.maestro.vault.secret;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.idempotency.Attempt;
import ai.igent.maestro.idempotency.Idempotency;
import ai.igent.maestro.vault.secret.SealDrafts.NewSecret;
import ai.igent.maestro.web.identity.Caller;

/**
 * Registers secrets of one owner, all of them or none. Values are sealed before they are stored and wiped however it ends. An attempt that was made
 * before answers with what it made then.
 */
@ApplicationScoped
class RegisterSecret {
    private final SecretRepository secrets;
    private final NewSecretRepository newSecrets;
    private final SecretSeals seals;
    private final SealDrafts sealDrafts;
    private final SecretEvents events;
    private final Idempotency idempotency;

    RegisterSecret(SecretRepository secrets, NewSecretRepository newSecrets, SecretSeals seals, SealDrafts sealDrafts, SecretEvents events,
            Idempotency idempotency) {
        this.secrets = secrets;
        this.newSecrets = newSecrets;
        this.seals = seals;
        this.sealDrafts = sealDrafts;
        this.events = events;
        this.idempotency = idempotency;
    }

    /** The new secrets, in the order of {@code drafts}, which all have the same owner. */
    Uni<List<Secret>> of(List<Draft> drafts, Caller.Person caller, Attempt attempt) {
        return idempotency.once(attempt, () -> KeyMoves.followed(() -> create(drafts, caller, attempt)), this::made)
                .onTermination().invoke(() -> drafts.forEach(draft -> draft.value().close()));
    }

    private Uni<List<Secret>> made(List<String> ids) {
        return secrets.inOrder(ids).invoke(found -> {
            if (found.size() < ids.size()) throw new SecretFailure.Purged();
        });
    }

    private Uni<List<Secret>> create(List<Draft> drafts, Caller.Person caller, Attempt attempt) {
        return seals.during(drafts.getFirst().owner(), seal -> store(sealDrafts.under(seal, drafts, caller.actor()), attempt));
    }

    private Uni<List<Secret>> store(List<NewSecret> made, Attempt attempt) {
        List<Secret> registered = made.stream().map(NewSecret::secret).toList();
        List<String> ids = registered.stream().map(secret -> secret.id).toList();
        return newSecrets.store(made, idempotency.recording(attempt, ids), events.registering(registered)).replaceWith(registered);
    }
}
