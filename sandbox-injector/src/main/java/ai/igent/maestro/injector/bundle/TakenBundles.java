package ai.igent.maestro.injector.bundle;

import java.time.Clock;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.vertx.core.eventbus.EventBus;

import ai.igent.maestro.contracts.internal.BundleReport;
import ai.igent.maestro.contracts.internal.Resolved;
import ai.igent.maestro.vocabulary.SessionId;
import ai.igent.maestro.web.identity.Caller;

/** Notices when a sandbox takes a bundle, and has that reported, in the background. */
@ApplicationScoped
class TakenBundles {
    static final String ADDRESS = "bundle-taken";

    private final EventBus bus;
    private final Clock clock;

    TakenBundles(EventBus bus, Clock clock) {
        this.bus = bus;
        this.clock = clock;
    }

    /** Copies from the build, which is thereby taken. */
    <T> T taking(Build build, Caller.Sandbox sandbox, Supplier<T> copy) {
        T copied = copy.get();
        if (build.claimReport()) bus.send(ADDRESS, new Taken(sandbox.session(), build, build.read(clock.instant(), TakenBundles::report)));
        return copied;
    }

    private static BundleReport report(Bundle bundle) {
        var failed = bundle.undelivered().stream().map(each -> new Resolved.Failed(each.item().id(), each.code())).toList();
        return new BundleReport(bundle.revision(), failed.isEmpty() ? BundleReport.Outcome.applied : BundleReport.Outcome.failed, failed);
    }

    record Taken(SessionId session, Build build, BundleReport report) {}
}
