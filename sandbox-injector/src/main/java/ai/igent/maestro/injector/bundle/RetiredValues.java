package ai.igent.maestro.injector.bundle;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.vertx.core.Vertx;

import ai.igent.maestro.injector.recognition.Known;
import ai.igent.maestro.vocabulary.SecretKind;
import ai.igent.maestro.vocabulary.SecretValue;
import ai.igent.maestro.vocabulary.SessionId;
import ai.igent.maestro.vocabulary.VariableName;

/**
 * The values of builds that are over. A command that began before may still print them, so they are kept a while longer, for masking alone, and then
 * wiped.
 */
@ApplicationScoped
class RetiredValues {
    private final ConcurrentMap<SessionId, List<Retired>> bySession = new ConcurrentHashMap<>();
    private final Duration keep;
    private final Clock clock;
    private final Vertx vertx;

    RetiredValues(BundleConfig config, Clock clock, Vertx vertx) {
        this.keep = config.maskedAfterwards();
        this.clock = clock;
        this.vertx = vertx;
    }

    /** Takes over a bundle's values. What is not confidential is wiped at once. */
    void take(Bundle bundle) {
        SessionId session = bundle.session();
        Instant until = clock.instant().plus(keep);
        bySession.compute(session, (same, known) -> {
            List<Retired> retired = known == null ? new ArrayList<>() : new ArrayList<>(known);
            for (Delivered each : bundle.delivered())
                if (each.item().kind() == SecretKind.VARIABLE) each.value().close();
                else
                    add(retired, new Retired(each.variable(), each.value(), until));
            if (retired.isEmpty()) return null;
            if (known == null) wipeAfter(keep, session);
            return retired;
        });
    }

    /** Copies of what is still known of a session, which the caller wipes. */
    List<Known> copies(SessionId session) {
        List<Known> copies = new ArrayList<>();
        Instant now = clock.instant();
        bySession.computeIfPresent(session, (same, retired) -> {
            for (Retired each : retired)
                if (each.isKept(now)) copies.add(new Known(each.name(), SecretValue.ofUtf8(each.value().borrow(byte[]::clone))));
            return retired;
        });
        return copies;
    }

    /** When the next of them is forgotten; {@link Instant#MAX} when there is none. */
    Instant nextForgotten(SessionId session) {
        return next(bySession.getOrDefault(session, List.of()), clock.instant());
    }

    /** Wipes what is kept of a session that is over. */
    void forget(SessionId session) {
        bySession.computeIfPresent(session, (same, retired) -> {
            retired.forEach(each -> each.value().close());
            return null;
        });
    }

    private void wipeOld(SessionId session) {
        Instant now = clock.instant();
        bySession.computeIfPresent(session, (same, retired) -> {
            List<Retired> kept = new ArrayList<>();
            for (Retired each : retired)
                if (each.isKept(now)) kept.add(each);
                else
                    each.value().close();
            if (kept.isEmpty()) return null;
            wipeAfter(Duration.between(now, next(kept, now)), session);
            return kept;
        });
    }

    /** One timer for a session, not one for each of its builds: a busy session retires many in the time that one is kept. */
    private void wipeAfter(Duration time, SessionId session) {
        Timers.after(time, vertx, () -> wipeOld(session));
    }

    private static Instant next(List<Retired> retired, Instant now) {
        return retired.stream().filter(each -> each.isKept(now)).map(Retired::until).min(Instant::compareTo).orElse(Instant.MAX);
    }

    /** The same value of the same name is kept once, for the longer time. */
    private static void add(List<Retired> retired, Retired added) {
        retired.removeIf(each -> {
            boolean isSame = each.name().equals(added.name()) && each.value().equals(added.value());
            if (isSame) each.value().close();
            return isSame;
        });
        retired.add(added);
    }

    private record Retired(VariableName name, SecretValue value, Instant until) {
        boolean isKept(Instant now) {
            return now.isBefore(until);
        }
    }
}
