package ai.igent.maestro.session.enrolment;

import java.security.SecureRandom;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.session.session.DatabaseClock;
import ai.igent.maestro.session.session.Session;

/** Codes in the database. All methods belong into a transaction of the caller. */
@ApplicationScoped
public class EnrolmentCodeRepository implements PanacheRepositoryBase<IssuedCode, byte[]> {
    private static final Duration LIFE = Duration.ofMinutes(10);

    private final SecureRandom randomness;
    private final DatabaseClock clock;

    EnrolmentCodeRepository(SecureRandom randomness, DatabaseClock clock) {
        this.randomness = randomness;
        this.clock = clock;
    }

    /** A new code for the session's sandbox, valid for ten minutes. */
    public Uni<EnrolmentCode> issue(Session session) {
        var code = EnrolmentCode.random(randomness);
        return clock.now().chain(now -> persist(new IssuedCode(code, session.id(), now.plus(LIFE)))).map(issued -> code);
    }

    public Uni<Integer> revokeUnused(Session session) {
        return update("revokedAt = instant where session = ?1 and redeemedAt is null and revokedAt is null", session.id().text());
    }

    /** Locks the code's row, so that of two who bring it one is second. Fails with {@link EnrolmentFailure.Unknown}. */
    Uni<IssuedCode> require(EnrolmentCode code) {
        return find("hash = ?1", (Object) code.hash()).withLock(LockModeType.PESSIMISTIC_WRITE).firstResult().onItem().ifNull()
                .failWith(EnrolmentFailure.Unknown::new);
    }
}
