package ai.igent.maestro.web.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * A bounded number of tokens that were verified a moment ago, found by their digest; the tokens themselves are not kept. One is believed until it
 * expires, and never longer than the configured life: that is the longest an issuer's withdrawal of a key can go unnoticed because of this. As
 * soon as a token proves that its issuer has a new key, everything that other keys of that issuer vouched for has to be verified again.
 *
 * <p>Whether a token was revoked is not known here: session-service compares generations on each call, with or without a verification.
 */
@ApplicationScoped
class VerifiedTokens {
    private final Cache<String, VerifiedToken> tokens;
    private final Map<String, Set<String>> keysByTenant = new ConcurrentHashMap<>();
    private final Clock clock;

    VerifiedTokens(VerifiedTokensConfig config, Clock clock) {
        this.clock = clock;
        this.tokens = Caffeine.newBuilder()
                .maximumSize(config.size())
                .expireAfterWrite(config.life())
                .ticker(() -> Duration.between(Instant.EPOCH, clock.instant()).toNanos())
                .executor(Runnable::run)
                .build();
    }

    /** What {@code token} said, if exactly this token was verified lately and has not expired since. */
    Optional<VerifiedToken> find(String token) {
        return Optional.ofNullable(tokens.getIfPresent(digest(token))).filter(known -> !known.isExpiredAt(clock.instant()));
    }

    /** Remembers that {@code tenant} has just verified {@code token}. */
    void keep(String token, String tenant, Set<String> claimedRoles) {
        VerifiedToken known = VerifiedToken.of(token, tenant, claimedRoles);
        if (keysByTenant.computeIfAbsent(tenant, any -> ConcurrentHashMap.newKeySet()).add(known.key())) forgetOtherKeys(known);
        if (!known.needsProof()) tokens.put(digest(token), known);
    }

    private void forgetOtherKeys(VerifiedToken first) {
        tokens.asMap().values().removeIf(known -> known.tenant().equals(first.tenant()) && !known.key().equals(first.key()));
    }

    private static String digest(String token) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
