package ai.igent.maestro.injector.bundle;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.contracts.internal.GrantAnswer;
import ai.igent.maestro.contracts.internal.GrantItem;
import ai.igent.maestro.injector.notice.Notices;
import ai.igent.maestro.injector.session.Grants;
import ai.igent.maestro.injector.session.HeldSet;
import ai.igent.maestro.vocabulary.Purpose;
import ai.igent.maestro.web.identity.Caller;

/**
 * Hands out what is active. Each attempt asks session-service once, which records the release before it answers, and uses only a build of the revision
 * that this very answer names.
 */
@ApplicationScoped
class FetchBundle {
    private static final int RETRIES = 3;

    private final Grants grants;
    private final Builds builds;
    private final TakenBundles taken;
    private final Notices notices;
    private final Clock clock;

    FetchBundle(Grants grants, Builds builds, TakenBundles taken, Notices notices, Clock clock) {
        this.grants = grants;
        this.builds = builds;
        this.taken = taken;
        this.notices = notices;
        this.clock = clock;
    }

    /** The current bundle in this form, on record as delivered. */
    Uni<BundleCopy> deliver(Caller.Sandbox sandbox, BundleForm form) {
        return build(sandbox, Purpose.DELIVER)
                .map(build -> taken.taking(build, sandbox, () -> new BundleCopy(build.tag(), build.in(form, clock.instant()))));
    }

    /** What {@code copy} takes from the current bundle, which must be no value: nothing is on record as delivered. */
    <T> Uni<T> inspect(Caller.Sandbox sandbox, Function<Bundle, T> copy) {
        return build(sandbox, Purpose.BUILD).map(build -> build.read(clock.instant(), copy));
    }

    /** What {@code copy} takes from the current bundle, on record with this purpose. It does not count as taken by the sandbox. */
    <T> Uni<T> hand(Caller.Sandbox sandbox, Purpose purpose, Function<Bundle, T> copy) {
        return build(sandbox, purpose).map(build -> build.read(clock.instant(), copy));
    }

    /** The tag of what is active, if the sandbox already has exactly that. Only a live build can say so. */
    Uni<Optional<String>> unchanged(Caller.Sandbox sandbox, Predicate<String> hasTag) {
        Optional<Build> live = builds.live(sandbox.session()).filter(build -> hasTag.test(build.tag()));
        if (live.isEmpty()) return Uni.createFrom().item(Optional.empty());
        return grants.ask(sandbox, Purpose.BUILD, live.get().set())
                .map(answer -> live.filter(build -> build.isOf(answer) && build.isLive(clock.instant())).map(Build::tag));
    }

    /** The current build, made if need be. */
    Uni<Build> build(Caller.Sandbox sandbox, Purpose purpose) {
        return attempt(sandbox, purpose, RETRIES);
    }

    private Uni<Build> attempt(Caller.Sandbox sandbox, Purpose purpose, int retries) {
        HeldSet held = builds.live(sandbox.session()).map(Build::set).orElse(null);
        return grants.ask(sandbox, purpose, held).chain(answer -> build(sandbox, answer)
                .onFailure(failure -> retries > 0 && failure instanceof BundleFailure.ChangedMeanwhile)
                .recoverWithUni(() -> attempt(sandbox, stillToRecord(purpose, answer), retries - 1)));
    }

    /** One delivery is one record, however many attempts it takes; where nothing was active there is none yet. */
    private static Purpose stillToRecord(Purpose purpose, GrantAnswer answer) {
        return answer.items().isEmpty() ? purpose : Purpose.BUILD;
    }

    private Uni<Build> build(Caller.Sandbox sandbox, GrantAnswer answer) {
        notices.remember(sandbox.session(), answer.items().stream().map(GrantItem::id).toList());
        return builds.of(sandbox.session(), answer);
    }
}
