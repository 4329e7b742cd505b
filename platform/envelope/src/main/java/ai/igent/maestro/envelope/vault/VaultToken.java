package ai.igent.maestro.envelope.vault;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

import ai.igent.maestro.vocabulary.SecretValue;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * What Vault knows this service by, for a while.
 *
 * @param life how long from {@code since}; a token that does not end has a very long one
 * @param renewable whether Vault would lengthen its life
 */
record VaultToken(SecretValue value, Instant since, Duration life, boolean renewable) {
    private static final Duration ENDLESS = Duration.ofDays(36_500);

    VaultToken {
        Objects.requireNonNull(value);
        Objects.requireNonNull(since);
        Objects.requireNonNull(life);
    }

    /** @param seconds as Vault counts them: 0 is without end */
    static VaultToken of(SecretValue value, Instant since, long seconds, boolean renewable) {
        return new VaultToken(value, since, seconds == 0 ? ENDLESS : Duration.ofSeconds(seconds), renewable);
    }

    /** The same for longer. One whose life Vault lengthened by less than half of what it had is near its longest, and not renewed again. */
    VaultToken renewed(Instant now, long seconds) {
        Duration given = Duration.ofSeconds(seconds);
        return new VaultToken(value, now, given, given.compareTo(life.dividedBy(2)) > 0);
    }

    boolean isOver(Instant now) {
        return !now.isBefore(since.plus(life));
    }

    /** Two thirds of its life are over: time enough to try again before it ends. */
    boolean isDue(Instant now) {
        return !now.isBefore(dueAt());
    }

    Instant dueAt() {
        return since.plus(life.multipliedBy(2).dividedBy(3));
    }

    String header() {
        return value.borrow(utf8 -> new String(utf8, UTF_8));
    }
}
