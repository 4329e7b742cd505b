package ai.igent.maestro.oauth.refresh;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import ai.igent.maestro.vocabulary.ConnectionId;

/**
 * The journal of a refresh that is under way, written before the provider is called. Its holder is fenced by {@code attempt}: who took over
 * writes another one. When the lease ends without an outcome, the provider may or may not have acted: one more attempt is made, then no more.
 */
@Entity
@Table(name = "refresh_intent")
class RefreshIntent {
    private static final int MOST_TRIES = 2;

    @Id
    private String connectionId;
    private long generation;
    private UUID attempt;
    private int tries;
    private Instant leaseUntil;

    protected RefreshIntent() {}

    static RefreshIntent first(ConnectionId connection, long generation, UUID attempt, Instant leaseUntil) {
        var intent = new RefreshIntent();
        intent.connectionId = connection.text();
        intent.begin(generation, attempt, leaseUntil);
        return intent;
    }

    /** Starts over for a generation that nobody has tried to replace yet. */
    void begin(long ofGeneration, UUID by, Instant until) {
        generation = ofGeneration;
        tries = 0;
        takeOver(by, until);
    }

    void takeOver(UUID by, Instant until) {
        attempt = by;
        tries++;
        leaseUntil = until;
    }

    /** Nobody works on it any more, and what the provider did is not known. */
    void leaveInDoubt(Instant now) {
        leaseUntil = now;
    }

    boolean isOf(long asked) {
        return generation == asked;
    }

    boolean isHeldAt(Instant now) {
        return leaseUntil.isAfter(now);
    }

    boolean isHeldBy(UUID asked) {
        return attempt.equals(asked);
    }

    /** The guarded retry was made too: nobody can say any more which refresh token the provider believes in. */
    boolean isExhausted() {
        return tries >= MOST_TRIES;
    }
}
