package ai.igent.maestro.session.report;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

import ai.igent.maestro.vocabulary.SessionId;

/**
 * Waits until a revision is reported as applied, for as long as configured, two seconds. Looks at the row whenever this replica hears a report, and every 50 ms,
 * because another replica may have heard it. Holds no connection between two looks.
 */
@ApplicationScoped
public class AwaitApplied {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    private static final String REACHED = "select applied_revision >= $2 from session where id = $1";

    private final Pool database;
    private final AppliedSignals signals;
    private final ReportConfig config;

    AwaitApplied(Pool database, AppliedSignals signals, ReportConfig config) {
        this.database = database;
        this.signals = signals;
        this.config = config;
    }

    /** Whether {@code revision} was reached in time. */
    public Uni<DeliveryStatus> of(SessionId session, long revision) {
        return occasions(session)
                .onItem().transformToUniAndConcatenate(occasion -> isReached(session, revision))
                .select().where(Boolean::booleanValue).toUni()
                .map(reached -> DeliveryStatus.APPLIED)
                .ifNoItem().after(config.patience()).recoverWithItem(DeliveryStatus.PENDING);
    }

    /** While a look takes long, the occasions that come meanwhile count as one. */
    private Multi<Object> occasions(SessionId session) {
        Multi<Object> looks = Multi.createFrom().ticks().every(BETWEEN_LOOKS).onOverflow().drop().map(tick -> tick);
        Multi<Object> reports = signals.of(session).onOverflow().drop().map(report -> report);
        return Multi.createBy().merging().streams(looks, reports).onOverflow().dropPreviousItems();
    }

    private Uni<Boolean> isReached(SessionId session, long revision) {
        return database.preparedQuery(REACHED).execute(Tuple.of(session.text(), revision))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }
}
