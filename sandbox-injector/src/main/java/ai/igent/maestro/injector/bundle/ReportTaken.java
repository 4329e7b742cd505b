package ai.igent.maestro.injector.bundle;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.quarkus.vertx.ConsumeEvent;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.injector.session.Reports;

/** Reports taken bundles to session-service. One that does not get through is reported by the next delivery of the same build. */
@ApplicationScoped
class ReportTaken {
    private static final Logger LOG = Logger.getLogger(ReportTaken.class);

    private final Reports reports;

    ReportTaken(Reports reports) {
        this.reports = reports;
    }

    @ConsumeEvent(TakenBundles.ADDRESS)
    Uni<Void> report(TakenBundles.Taken taken) {
        return reports.say(taken.session(), taken.report()).onFailure().recoverWithItem(failure -> giveUp(taken, failure));
    }

    private static Void giveUp(TakenBundles.Taken taken, Throwable failure) {
        LOG.warnf("revision %d of %s was taken, but cannot be reported: %s", taken.report().revision(), taken.session(),
                failure.getClass().getName());
        taken.build().returnReport();
        return null;
    }
}
