package ai.igent.maestro.injector.bundle;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;

import ai.igent.maestro.contracts.internal.GrantAnswer;
import ai.igent.maestro.vocabulary.SessionId;

/** The builds of this replica, at most one per session. */
@ApplicationScoped
public class Builds {
    private final ConcurrentMap<SessionId, Build> builds = new ConcurrentHashMap<>();
    private final SharedItems items = new SharedItems();
    private final AssembleBundle assemble;
    private final RetiredValues retired;
    private final BundleConfig config;
    private final Clock clock;
    private final Vertx vertx;

    Builds(AssembleBundle assemble, RetiredValues retired, BundleConfig config, Clock clock, Vertx vertx) {
        this.assemble = assemble;
        this.retired = retired;
        this.config = config;
        this.clock = clock;
        this.vertx = vertx;
    }

    Optional<Build> live(SessionId session) {
        return Optional.ofNullable(builds.get(session)).filter(build -> build.isLive(clock.instant()));
    }

    /**
     * The build the answer speaks of, live: the one there is or that is in the making, else a new one. Fails with
     * {@link BundleFailure.ChangedMeanwhile} when the answer is outdated or came without the grant that is needed by now: ask again.
     */
    Uni<Build> of(SessionId session, GrantAnswer answer) {
        Build build = builds.compute(session, (same, known) -> isNoOlder(known, answer) ? known : replace(known, session, answer));
        if (build == null || !build.isOf(answer)) return Uni.createFrom().failure(BundleFailure.ChangedMeanwhile::new);
        return build.made().onFailure().invoke(failure -> builds.remove(session, build));
    }

    /** Ends the builds that hold this id, also those in the making, and says whose they were. */
    public Set<SessionId> endAllWith(String id) {
        Set<SessionId> sessions = builds.entrySet().stream().filter(entry -> entry.getValue().holds(id)).map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        sessions.forEach(this::end);
        return sessions;
    }

    /** Ends what is older than a revision that has just been announced. */
    public void endOlder(SessionId session, long revision) {
        Build build = builds.get(session);
        if (build != null && build.revision() < revision && builds.remove(session, build)) build.end();
    }

    /** Ends what is there of a session that is over, and forgets its values at once. */
    public void forget(SessionId session) {
        end(session);
        retired.forget(session);
    }

    public void endAll() {
        builds.keySet().forEach(this::end);
    }

    private void end(SessionId session) {
        Build build = builds.remove(session);
        if (build != null) build.end();
    }

    private boolean isNoOlder(Build known, GrantAnswer answer) {
        return known != null && !known.isOver(clock.instant()) && (known.isOf(answer) || known.revision() > answer.revision());
    }

    /** Null, and so no build, when there is no grant to make one with. */
    private Build replace(Build known, SessionId session, GrantAnswer answer) {
        if (known != null) known.end();
        if (answer.grant() == null) return null;
        Instant start = clock.instant();
        GrantAnswer lean = items.in(answer);
        return new Build(lean, assemble.of(session, lean), bundle -> lifeOf(bundle, start), retired::take);
    }

    private Instant lifeOf(Bundle bundle, Instant start) {
        Instant until = start.plus(config.lifetime());
        if (!bundle.complete()) until = earlier(until, clock.instant().plus(config.lifetimeIncomplete()));
        if (bundle.expiresAt() != null) until = earlier(until, bundle.expiresAt());
        SessionId session = bundle.session();
        Timers.after(Duration.between(clock.instant(), until), vertx, () -> endExpired(session));
        return until;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private void endExpired(SessionId session) {
        Build build = builds.get(session);
        if (build != null && build.isOver(clock.instant()) && builds.remove(session, build)) build.end();
    }
}
