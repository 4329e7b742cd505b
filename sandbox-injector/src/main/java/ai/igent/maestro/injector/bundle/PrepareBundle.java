package ai.igent.maestro.injector.bundle;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.injector.notice.Notices;
import ai.igent.maestro.vocabulary.Purpose;
import ai.igent.maestro.web.identity.Caller;

/** Builds ahead for a sandbox that is connected, so that its next fetch finds everything in place. */
@ApplicationScoped
public class PrepareBundle {
    private final FetchBundle fetch;
    private final TakenBundles taken;
    private final Notices notices;

    PrepareBundle(FetchBundle fetch, TakenBundles taken, Notices notices) {
        this.fetch = fetch;
        this.taken = taken;
        this.notices = notices;
    }

    /**
     * Builds the current revision, then tells the session's streams; a build whose notice went out counts as taken. When no owner released anything
     * the streams are told too: what is gone is gone, and the fetch will say why the rest is not there. Otherwise fails as a fetch would.
     */
    public Uni<Void> announce(Caller.Sandbox sandbox) {
        return fetch.build(sandbox, Purpose.BUILD).map(build -> tell(sandbox, build)).onFailure(BundleFailure.NothingReleased.class)
                .recoverWithItem(failure -> tell(sandbox, failure));
    }

    private Void tell(Caller.Sandbox sandbox, Build build) {
        if (notices.tell(sandbox.session(), build.revision())) taken.taking(build, sandbox, build::revision);
        return null;
    }

    private Void tell(Caller.Sandbox sandbox, BundleFailure.NothingReleased unbuilt) {
        notices.tell(sandbox.session(), unbuilt.revision());
        return null;
    }
}
