package ai.igent.maestro.injector.bundle;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.injector.notice.Notices;
import ai.igent.maestro.injector.session.Grants;
import ai.igent.maestro.web.identity.Caller;

/** Holds a fetch back until the session has come to a revision. An event makes it quick; without events it asks twice a second. */
@ApplicationScoped
class AwaitRevision {
    private final Grants grants;
    private final Builds builds;
    private final Notices notices;
    private final Duration askAgain;

    AwaitRevision(Grants grants, Builds builds, Notices notices, BundleConfig config) {
        this.grants = grants;
        this.builds = builds;
        this.notices = notices;
        this.askAgain = config.askAgain();
    }

    /** Fails with {@link BundleFailure.RevisionNotReady} when the patience is over. */
    Uni<Void> of(Caller.Sandbox sandbox, RevisionWait wait) {
        long known = builds.live(sandbox.session()).map(Build::revision).orElse(0L);
        if (known >= wait.revision()) return Uni.createFrom().voidItem();
        return grants.revision(sandbox)
                .chain(current -> current >= wait.revision() ? Uni.createFrom().voidItem() : keepAsking(sandbox, wait));
    }

    private Uni<Void> keepAsking(Caller.Sandbox sandbox, RevisionWait wait) {
        if (wait.patience().isZero()) return Uni.createFrom().failure(BundleFailure.RevisionNotReady::new);
        Multi<Long> ticks = Multi.createFrom().ticks().startingAfter(askAgain).every(askAgain).onOverflow().drop();
        return Multi.createBy().merging().streams(ticks, notices.of(sandbox)).onItem()
                .transformToUniAndConcatenate(sign -> grants.revision(sandbox))
                .select().where(now -> now >= wait.revision()).toUni().ifNoItem().after(wait.patience())
                .failWith(BundleFailure.RevisionNotReady::new).replaceWithVoid();
    }
}
