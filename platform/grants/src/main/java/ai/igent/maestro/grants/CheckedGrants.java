package ai.igent.maestro.grants;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * What a few signatures for several sessions were found to grant: the sessions' fetches come in more than one call, each with the whole signature. Found
 * by digest, for the service it was checked for, until it expires; the text itself is not kept. A grant for one session is used once, and is not for this.
 */
final class CheckedGrants {
    private static final int MOST = 256;

    private final Cache<String, Checked> known;
    private final Clock clock;

    private record Checked(String service, List<GrantClaims> grants, Instant expiresAt) {}

    CheckedGrants(Clock clock) {
        this.clock = clock;
        this.known = Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(GrantFormat.LIFE)
                .ticker(() -> Duration.between(Instant.EPOCH, clock.instant()).toNanos())
                .executor(Runnable::run)
                .build();
    }

    Optional<List<GrantClaims>> find(String grant, String service) {
        if (grant == null) return Optional.empty();
        return Optional.ofNullable(known.getIfPresent(digest(grant)))
                .filter(checked -> checked.service().equals(service) && clock.instant().isBefore(checked.expiresAt())).map(Checked::grants);
    }

    void keep(String grant, String service, List<GrantClaims> grants, Instant expiresAt) {
        known.put(digest(grant), new Checked(service, grants, expiresAt));
    }

    private static String digest(String grant) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(grant.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
