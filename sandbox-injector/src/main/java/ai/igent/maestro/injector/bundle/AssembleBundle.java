package ai.igent.maestro.injector.bundle;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.contracts.internal.GrantAnswer;
import ai.igent.maestro.contracts.internal.GrantItem;
import ai.igent.maestro.contracts.internal.Resolved;
import ai.igent.maestro.injector.owner.Resolution;
import ai.igent.maestro.injector.owner.ResolveValues;
import ai.igent.maestro.vocabulary.SecretValue;
import ai.igent.maestro.vocabulary.SessionId;
import ai.igent.maestro.vocabulary.Source;

/** Makes the bundle of a grant from what the owners release against it. */
@ApplicationScoped
class AssembleBundle {
    private final ResolveValues values;
    private final Duration leastTokenLife;
    private final Clock clock;

    AssembleBundle(ResolveValues values, BundleConfig config, Clock clock) {
        this.values = values;
        this.leastTokenLife = config.leastTokenLife();
        this.clock = clock;
    }

    /** Fails with {@link BundleFailure.NothingReleased} when something is active and no owner answered for any of it. */
    Uni<Bundle> of(SessionId session, GrantAnswer answer) {
        return values.of(session, answer).map(resolution -> bundle(session, answer, resolution));
    }

    private Bundle bundle(SessionId session, GrantAnswer answer, Resolution resolution) {
        Map<String, Resolved.Item> released = new HashMap<>();
        resolution.values().forEach(item -> released.put(item.id(), item));
        List<Delivered> delivered = new ArrayList<>();
        List<Undelivered> undelivered = new ArrayList<>();
        for (GrantItem item : answer.items()) {
            Resolved.Item value = released.get(item.id());
            if (value != null && isUsable(item, value))
                delivered.add(delivered(item, released.remove(item.id())));
            else
                undelivered.add(new Undelivered(item, code(item, value, resolution)));
        }
        released.values().stream().map(item -> item.value().value()).forEach(SecretValue::close);
        if (delivered.isEmpty() && !undelivered.isEmpty() && !resolution.complete())
            throw new BundleFailure.NothingReleased(answer.revision(), undelivered);
        return new Bundle(session, answer.revision(), delivered, undelivered, firstExpiry(answer, delivered), resolution.complete());
    }

    private boolean isUsable(GrantItem item, Resolved.Item value) {
        return value.expiresAt() == null || lastUse(item, value.expiresAt()).isAfter(clock.instant());
    }

    /** A token is fetched anew while it still lives for a while: whoever begins to work with one must be able to finish. */
    private Instant lastUse(GrantItem item, Instant expiresAt) {
        return item.source() == Source.OAUTH ? expiresAt.minus(leastTokenLife) : expiresAt;
    }

    private static Delivered delivered(GrantItem item, Resolved.Item value) {
        return new Delivered(item, value.version(), value.value().value(), value.git(), value.expiresAt());
    }

    private static String code(GrantItem item, Resolved.Item value, Resolution resolution) {
        if (value != null) return item.source() == Source.OAUTH ? "token-expiring" : "expired";
        return resolution.failed().stream().filter(failed -> failed.id().equals(item.id())).map(Resolved.Failed::code).findFirst()
                .orElse("not-released");
    }

    private Instant firstExpiry(GrantAnswer answer, List<Delivered> delivered) {
        Stream<Instant> ofValues = delivered.stream().filter(each -> each.expiresAt() != null)
                .map(each -> lastUse(each.item(), each.expiresAt()));
        return Stream.concat(Stream.ofNullable(answer.expiresAt()), ofValues).min(Instant::compareTo).orElse(null);
    }
}
