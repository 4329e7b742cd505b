package ai.igent.maestro.vault.keyjob;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

import org.jboss.logging.Logger;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.envelope.EnvelopeFailure;

/** Takes a due job and works on it until it is finished, put off, or taken over by another replica. */
@ApplicationScoped
class RunKeyJobs {
    private static final Logger LOG = Logger.getLogger(RunKeyJobs.class);
    private static final int DOUBLINGS = 10;

    private final KeyJobRepository jobs;
    private final KeyJobProgress progress;
    private final KeyJobRecords records;
    private final Instance<KeyWork> kinds;
    private final KeyJobConfig config;
    private final Clock clock;

    RunKeyJobs(KeyJobRepository jobs, KeyJobProgress progress, KeyJobRecords records, Instance<KeyWork> kinds, KeyJobConfig config,
            Clock clock) {
        this.jobs = jobs;
        this.progress = progress;
        this.records = records;
        this.kinds = kinds;
        this.config = config;
        this.clock = clock;
    }

    /** At most one job: of one kind there is hardly ever more than one. */
    Uni<Void> of(KeyJobKind kind) {
        return take(kind).chain(taken -> taken.map(this::run).orElseGet(Uni.createFrom()::voidItem));
    }

    @WithTransaction
    Uni<Optional<KeyJob>> take(KeyJobKind kind) {
        Instant now = clock.instant();
        return jobs.lockDue(kind, now).invoke(found -> found.ifPresent(job -> job.hold(now, config.lease())));
    }

    private Uni<Void> run(KeyJob held) {
        KeyWork work = kinds.stream().filter(kind -> kind.kind() == held.kind).findAny().orElseThrow();
        return measured(held, work)
                .chain(() -> steps(held, work))
                .chain(() -> finish(held))
                .onFailure(LeaseLost.class).recoverWithNull()
                .onFailure().recoverWithUni(cause -> putOff(held, cause));
    }

    private Uni<Void> measured(KeyJob held, KeyWork work) {
        if (held.total != null) return Uni.createFrom().voidItem();
        return work.measure(held).chain(extent -> progress.store(held, row -> row.measured(extent)));
    }

    private Uni<Void> steps(KeyJob held, KeyWork work) {
        return Multi.createBy().repeating().uni(() -> current(held).chain(work::step)).whilst(more -> more)
                .collect().last().replaceWithVoid();
    }

    @WithTransaction
    Uni<KeyJob> current(KeyJob held) {
        return jobs.requireHeld(held);
    }

    @WithTransaction
    Uni<Void> finish(KeyJob held) {
        return jobs.requireHeld(held).invoke(row -> row.finish(clock.instant())).chain(records::finished);
    }

    private Uni<Void> putOff(KeyJob held, Throwable cause) {
        if (!(cause instanceof EnvelopeFailure.KeysUnavailable)) LOG.errorf(cause, "key job %s was put off", held.id);
        return putOff(held, cause instanceof EnvelopeFailure.KeysUnavailable ? "key-service-unavailable" : "unexpected")
                .onFailure(LeaseLost.class).recoverWithNull();
    }

    @WithTransaction
    Uni<Void> putOff(KeyJob held, String code) {
        Instant now = clock.instant();
        return jobs.requireHeld(held).invoke(row -> row.putOff(code, now, now.plus(pause(row.attempts)))).replaceWithVoid();
    }

    private Duration pause(int attempts) {
        Duration pause = config.retryAfter().multipliedBy(1L << Math.min(attempts, DOUBLINGS));
        return pause.compareTo(config.retryAtMostEvery()) < 0 ? pause : config.retryAtMostEvery();
    }
}
