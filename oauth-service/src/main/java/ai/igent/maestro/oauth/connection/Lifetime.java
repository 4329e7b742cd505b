package ai.igent.maestro.oauth.connection;

import java.time.Instant;
import java.util.Optional;

/** How long a token set is good for: until its access token ends, or longer when there is a refresh token. */
public record Lifetime(Optional<Instant> expiresAt, boolean refreshable) {}
