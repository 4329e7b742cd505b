package ai.igent.maestro.injector.bundle;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.contracts.internal.GrantAnswer;
import ai.igent.maestro.contracts.internal.GrantItem;
import ai.igent.maestro.contracts.internal.Resolved;
import ai.igent.maestro.injector.owner.Resolution;
import ai.igent.maestro.injector.owner.ResolveValues;
import ai.igent.maestro.vocabulary.SecretValue;
import ai.igent.maestro.vocabulary.SessionId;

/** Makes the bundle of a grant from what the owners release against it. */
@ApplicationScoped
class AssembleBundle {
    private final ResolveValues values;
    private final Clock clock;

    AssembleBundle(ResolveValues values, Clock clock) {
        this.values = values;
        this.clock = clock;
    }

    /** Fails with {@link BundleFailure.NothingReleased} when something is active and no owner answered for any of it. */
    Uni<Bundle> of(SessionId session, GrantAnswer answer) {
        return values.of(answer).map(resolution -> bundle(session, answer, resolution));
    }

    private Bundle bundle(SessionId session, GrantAnswer answer, Resolution resolution) {
        Map<String, Resolved.Item> released = new HashMap<>();
        resolution.values().forEach(item -> released.put(item.id(), item));
        List<Delivered> delivered = new ArrayList<>();
        List<Undelivered> undelivered = new ArrayList<>();
        for (GrantItem item : answer.items()) {
            Resolved.Item value = released.get(item.id());
            if (isUsable(value))
                delivered.add(new Delivered(item, value.version(), released.remove(item.id()).value().value()));
            else
                undelivered.add(new Undelivered(item, code(item, value, resolution)));
        }
        released.values().stream().map(item -> item.value().value()).forEach(SecretValue::close);
        if (delivered.isEmpty() && !undelivered.isEmpty() && !resolution.complete())
            throw new BundleFailure.NothingReleased(answer.revision(), undelivered);
        return new Bundle(session, answer.revision(), delivered, undelivered, firstExpiry(answer, resolution), resolution.complete());
    }

    private boolean isUsable(Resolved.Item value) {
        return value != null && (value.expiresAt() == null || value.expiresAt().isAfter(clock.instant()));
    }

    private static String code(GrantItem item, Resolved.Item value, Resolution resolution) {
        if (value != null) return "expired";
        return resolution.failed().stream().filter(failed -> failed.id().equals(item.id())).map(Resolved.Failed::code).findFirst()
                .orElse("not-released");
    }

    private Instant firstExpiry(GrantAnswer answer, Resolution resolution) {
        Instant first = answer.expiresAt();
        for (Resolved.Item item : resolution.values())
            if (isUsable(item) && item.expiresAt() != null && (first == null || item.expiresAt().isBefore(first))) first = item.expiresAt();
        return first;
    }
}
