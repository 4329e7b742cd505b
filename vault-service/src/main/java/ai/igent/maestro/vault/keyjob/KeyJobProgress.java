package ai.igent.maestro.vault.keyjob;

import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

/** Stores how far a held job is, and with it that it is still being worked on. Fails with {@link LeaseLost} when another replica has it now. */
@ApplicationScoped
class KeyJobProgress {
    private final KeyJobRepository jobs;
    private final KeyJobConfig config;
    private final Clock clock;

    KeyJobProgress(KeyJobRepository jobs, KeyJobConfig config, Clock clock) {
        this.jobs = jobs;
        this.config = config;
        this.clock = clock;
    }

    /** In the transaction there is, or in one of its own. */
    @WithTransaction
    Uni<Void> store(KeyJob held, Consumer<KeyJob> progress) {
        return jobs.requireHeld(held)
                .invoke(progress)
                .invoke(row -> row.renew(clock.instant().plus(config.lease())))
                .chain(jobs::write);
    }

    /** Inside a transaction: these could not be done. */
    Uni<List<LeftBehind>> leaveBehind(KeyJob held, List<String> subjects, String code) {
        List<LeftBehind> left = subjects.stream().map(subject -> new LeftBehind(held, subject, code, clock.instant())).toList();
        return jobs.add(left).replaceWith(left);
    }
}
