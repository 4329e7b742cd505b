package ai.igent.maestro.session.signing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What is to be done with keys of one purpose at a moment. */
@ApplicationScoped
class KeyLife {
    /** For clocks that differ, and for replicas that have not noticed yet that a key is retired. */
    private static final Duration MARGIN = Duration.ofHours(1);

    private final SigningConfig config;
    private final Duration longestSession;

    KeyLife(SigningConfig config,
            @ConfigProperty(name = "maestro.session.session.longest-life", defaultValue = "P30D") Duration longestSession) {
        this.config = config;
        this.longestSession = longestSession;
    }

    /** Whether a successor has to be made: the current key is so old that the next one should be published by now. */
    boolean needsNext(List<StoredKey> keys, Instant now) {
        return in(KeyState.NEXT, keys).isEmpty() && in(KeyState.CURRENT, keys)
                .filter(current -> !current.signsSince().plus(config.rotateAfter()).minus(config.publishedAhead()).isAfter(now))
                .isPresent();
    }

    /** The key that has been published for long enough to sign now. */
    Optional<StoredKey> ripe(List<StoredKey> keys, Instant now) {
        return in(KeyState.NEXT, keys).filter(next -> !next.createdAt().plus(config.publishedAhead()).isAfter(now));
    }

    Optional<StoredKey> current(List<StoredKey> keys) {
        return in(KeyState.CURRENT, keys);
    }

    /** Nothing that such a key signed can be valid any more: an agent's token lives as long as a session may. */
    boolean isUseless(StoredKey key, Instant now) {
        Duration signed = switch (key.purpose()) {
            case SESSION_TOKEN -> longestSession;
            case GRANT -> Duration.ZERO;
        };
        return key.state() == KeyState.RETIRED && !key.retiredAt().plus(signed).plus(MARGIN).isAfter(now);
    }

    private static Optional<StoredKey> in(KeyState state, List<StoredKey> keys) {
        return keys.stream().filter(key -> key.state() == state).findFirst();
    }
}
