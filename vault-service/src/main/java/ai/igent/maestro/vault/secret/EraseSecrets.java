package ai.igent.maestro.vault.secret;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.vault.history.SessionReleaseRepository;

/** Removes secrets with everything this service knows about them. */
@ApplicationScoped
class EraseSecrets {
    private final SecretRepository secrets;
    private final SessionReleaseRepository history;

    EraseSecrets(SecretRepository secrets, SessionReleaseRepository history) {
        this.secrets = secrets;
        this.history = history;
    }

    /** Inside a transaction. */
    Uni<Void> of(List<Secret> purged) {
        List<String> ids = purged.stream().map(secret -> secret.id).toList();
        return history.forget(ids).chain(() -> secrets.erase(ids));
    }
}
