package ai.igent.maestro.vault.verify;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.vocabulary.SecretId;

/** Attempts and results, per secret, and how many attempts an owner has left. */
@ApplicationScoped
public class VerificationRepository implements PanacheRepositoryBase<SecretVerification, String> {
    private static final String BEGIN = """
            insert into secret_verification (secret, attempted_at) values (:secret, cast(cast(:now as text) as timestamptz))
            on conflict (secret) do update set attempted_at = excluded.attempted_at
            where secret_verification.attempted_at <= cast(cast(:before as text) as timestamptz)""";
    private static final String SPEND = """
            insert into verification_budget (owner, since, used) values (:owner, cast(cast(:now as text) as timestamptz), 1)
            on conflict (owner) do update set
            since = case when verification_budget.since <= cast(cast(:before as text) as timestamptz) then excluded.since
                else verification_budget.since end,
            used = case when verification_budget.since <= cast(cast(:before as text) as timestamptz) then 1
                else verification_budget.used + 1 end
            where verification_budget.used < :most or verification_budget.since <= cast(cast(:before as text) as timestamptz)""";

    private final Clock clock;

    VerificationRepository(Clock clock) {
        this.clock = clock;
    }

    /** Inside a transaction: whether the last attempt with this secret is at least {@code pause} ago, which makes this the last one. */
    Uni<Boolean> begin(SecretId secret, Duration pause) {
        return getSession().chain(open -> open.createNativeQuery(BEGIN).setParameter("secret", secret.text())
                .setParameter("now", clock.instant().toString()).setParameter("before", clock.instant().minus(pause).toString())
                .executeUpdate()).map(rows -> rows > 0);
    }

    /** Inside a transaction: whether the owner had fewer than {@code most} attempts within {@code window}; this is one more. */
    Uni<Boolean> spend(Owner owner, int most, Duration window) {
        return getSession().chain(open -> open.createNativeQuery(SPEND).setParameter("owner", owner.text())
                .setParameter("now", clock.instant().toString()).setParameter("before", clock.instant().minus(window).toString())
                .setParameter("most", most).executeUpdate()).map(rows -> rows > 0);
    }

    /** Inside a transaction. Nothing happens when the secret was purged meanwhile. */
    Uni<Void> keep(SecretId secret, long version, VerificationStatus status, Instant at) {
        return update("version = ?1, status = ?2, verifiedAt = ?3 where secret = ?4", version, status.text(), at, secret.text())
                .replaceWithVoid();
    }

    /** Of those of {@code secrets} about which something was found out. */
    @WithSession
    public Uni<Map<String, LastVerification>> last(Collection<String> secrets) {
        return list("secret in ?1 and status is not null", secrets).map(found -> found.stream().collect(Collectors.toMap(
                one -> one.secret, one -> new LastVerification(one.version, VerificationStatus.parse(one.status), one.verifiedAt))));
    }
}
