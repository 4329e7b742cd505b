package ai.igent.maestro.session.lifecycle;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import ai.igent.maestro.vocabulary.InvalidWord;

/** How long a session may live. */
@ApplicationScoped
class Lifetime {
    private static final Duration SHORTEST = Duration.ofMinutes(1);

    private final SessionConfig config;

    Lifetime(SessionConfig config) {
        this.config = config;
    }

    /** The wished time, or the usual one for null. */
    Duration of(Duration wished) {
        if (wished == null) return config.life();
        if (wished.compareTo(SHORTEST) < 0 || wished.compareTo(config.longestLife()) > 0)
            throw new InvalidWord("expiresIn must be between " + SHORTEST + " and " + config.longestLife());
        return wished;
    }
}
