package ai.igent.maestro.injector.bundle;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.quarkus.vertx.ConsumeEvent;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.contracts.internal.BundleReport;
import ai.igent.maestro.injector.session.Reports;
import ai.igent.maestro.vocabulary.SessionId;

/**
 * Reports taken bundles to session-service. One that does not get through is reported by the next delivery of the same build; that a revision was
 * applied is said once, however often it is built again.
 */
@ApplicationScoped
class ReportTaken {
    private static final Logger LOG = Logger.getLogger(ReportTaken.class);

    private static final long MOST_REMEMBERED = 50_000;
    /** Of a session that takes nothing for longer; what it takes then is reported once more. */
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private final Reports reports;
    private final Cache<SessionId, Long> applied = Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).expireAfterAccess(REMEMBERED)
            .build();

    ReportTaken(Reports reports) {
        this.reports = reports;
    }

    @ConsumeEvent(TakenBundles.ADDRESS)
    Uni<Void> report(TakenBundles.Taken taken) {
        if (isSaid(taken)) return Uni.createFrom().voidItem();
        return reports.say(taken.session(), taken.report()).invoke(() -> remember(taken)).onFailure()
                .recoverWithItem(failure -> giveUp(taken, failure));
    }

    private boolean isSaid(TakenBundles.Taken taken) {
        Long said = applied.getIfPresent(taken.session());
        return isApplied(taken) && said != null && said == taken.report().revision();
    }

    private void remember(TakenBundles.Taken taken) {
        if (isApplied(taken)) applied.put(taken.session(), taken.report().revision());
        else
            applied.invalidate(taken.session());
    }

    private static boolean isApplied(TakenBundles.Taken taken) {
        return taken.report().outcome() == BundleReport.Outcome.applied;
    }

    private static Void giveUp(TakenBundles.Taken taken, Throwable failure) {
        LOG.warnf("revision %d of %s was taken, but cannot be reported: %s", taken.report().revision(), taken.session(),
                failure.getClass().getName());
        taken.build().returnReport();
        return null;
    }
}
