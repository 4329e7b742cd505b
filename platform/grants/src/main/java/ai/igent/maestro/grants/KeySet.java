package ai.igent.maestro.grants;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;

import io.smallrye.mutiny.Uni;

/**
 * The keys grants may be signed with, read once and kept. An unknown key id reads them again, at most every five seconds, so that a rotation is
 * noticed and a flood of forged ids is not passed on.
 */
@ApplicationScoped
class KeySet {
    private static final Logger LOG = Logger.getLogger(KeySet.class);
    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final PublishedKeys published;
    private final Clock clock;
    private volatile Read last = new Read(Map.of(), Instant.EPOCH);

    KeySet(@RestClient PublishedKeys published, Clock clock) {
        this.published = published;
        this.clock = clock;
    }

    /** The key with that id, or empty when there is none that is fit to verify with; fails with {@link GrantFailure.KeysUnavailable} when it would have to be read and cannot. */
    Uni<Optional<VerificationKey>> find(String id) {
        Read known = last;
        Optional<VerificationKey> key = known.find(id);
        Duration age = Duration.between(known.at(), clock.instant());
        if (key.isPresent() && age.compareTo(FRESH) < 0) return Uni.createFrom().item(key);
        if (key.isEmpty() && age.compareTo(PAUSE) < 0) return Uni.createFrom().item(key);
        return published.read().map(this::remember).map(read -> read.find(id)).onFailure()
                .transform(KeySet::unavailable);
    }

    private Read remember(String json) {
        try {
            last = new Read(usable(new JsonWebKeySet(json)), clock.instant());
            return last;
        } catch (JoseException unreadable) {
            throw new GrantFailure.KeysUnavailable();
        }
    }

    private static Map<String, VerificationKey> usable(JsonWebKeySet published) {
        Map<String, VerificationKey> usable = new HashMap<>();
        for (JsonWebKey each : published.getJsonWebKeys())
            VerificationKey.of(each).ifPresentOrElse(key -> usable.putIfAbsent(each.getKeyId(), key),
                    () -> LOG.warnf("the published key %s is none to verify grants with", each.getKeyId()));
        return Map.copyOf(usable);
    }

    private static GrantFailure unavailable(Throwable cause) {
        LOG.warnf("session-service's keys cannot be read: %s", cause.getClass().getName());
        return new GrantFailure.KeysUnavailable();
    }

    private record Read(Map<String, VerificationKey> keys, Instant at) {
        Optional<VerificationKey> find(String id) {
            return Optional.ofNullable(keys.get(id));
        }
    }
}
