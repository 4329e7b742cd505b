package ai.igent.maestro.session.grant;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

import ai.igent.maestro.contracts.internal.GrantItem;
import ai.igent.maestro.envelope.DataKeyId;
import ai.igent.maestro.session.activation.SetSeals;
import ai.igent.maestro.session.activation.SetStatement;
import ai.igent.maestro.session.candidate.CandidateId;
import ai.igent.maestro.session.session.SessionStatus;
import ai.igent.maestro.session.session.SetSeal;
import ai.igent.maestro.vocabulary.DeliveryMode;
import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.vocabulary.SecretKind;
import ai.igent.maestro.vocabulary.SessionId;
import ai.igent.maestro.vocabulary.VariableName;

/**
 * Looks at sessions without locks. One statement has one snapshot, so that a revision never comes with another revision's set; and it is
 * taken when the statement starts, so that everything that was answered before is in it.
 */
@ApplicationScoped
class SnapshotRepository {
    private static final String READ = """
            select s.id, s.user_id, s.organization, s.status, s.revision, s.token_generation, s.expires_at, s.set_mac, s.set_mac_key,
                   a.candidate_id, a.owner, a.epoch, a.variable, a.kind, a.mode, a.active_until,
                   a.name, a.integration, a.account, a.environment, a.confirmed_by, a.standing_consent_id, a.activated_at,
                   s.expires_at <= clock_timestamp() or coalesce(a.active_until <= clock_timestamp(), false) as due
            from session s left join activation a on a.session_id = s.id and a.ended_at is null
            where s.id = any($1) order by a.variable""";

    private final Pool database;
    private final SetSeals seals;

    SnapshotRepository(Pool database, SetSeals seals) {
        this.database = database;
        this.seals = seals;
    }

    /** One that does not exist is not in the map. */
    Uni<Map<SessionId, Snapshot>> of(Collection<SessionId> sessions) {
        String[] ids = sessions.stream().map(SessionId::text).toArray(String[]::new);
        return database.preparedQuery(READ).execute(Tuple.of(ids)).map(this::snapshots);
    }

    private Map<SessionId, Snapshot> snapshots(Iterable<Row> rows) {
        Map<SessionId, List<Row>> bySession = new HashMap<>();
        rows.forEach(row -> bySession.computeIfAbsent(new SessionId(row.getString("id")), session -> new ArrayList<>()).add(row));
        Map<SessionId, Snapshot> snapshots = new HashMap<>();
        bySession.forEach((session, its) -> snapshots.put(session, snapshot(session, its)));
        return snapshots;
    }

    private Snapshot snapshot(SessionId session, List<Row> rows) {
        if (SessionStatus.parse(rows.getFirst().getString("status")) != SessionStatus.ACTIVE) return new Snapshot.Over();
        if (rows.stream().anyMatch(row -> row.getBoolean("due"))) return new Snapshot.Unsettled();
        List<Row> active = rows.stream().filter(row -> row.getString("candidate_id") != null).toList();
        return seals.holds(statement(session, rows.getFirst(), active), seal(rows.getFirst()))
                ? new Snapshot.Active(activeNow(session, rows.getFirst(), active))
                : new Snapshot.Unsettled();
    }

    private static SetSeal seal(Row session) {
        return session.getUUID("set_mac_key") == null || session.getBuffer("set_mac") == null
                ? null
                : new SetSeal(new DataKeyId(session.getUUID("set_mac_key")), session.getBuffer("set_mac").getBytes());
    }

    private static SetStatement statement(SessionId session, Row first, List<Row> active) {
        return new SetStatement(session, first.getString("user_id"), first.getString("organization"), first.getLong("revision"),
                active.stream()
                        .map(row -> new SetStatement.Thing(row.getString("candidate_id"), row.getString("owner"), row.getLong("epoch"),
                                row.getString("variable"), row.getString("kind"), row.getString("mode"), time(row, "active_until"),
                                about(row)))
                        .toList());
    }

    private static SetStatement.About about(Row row) {
        return new SetStatement.About(row.getString("name"), row.getString("integration"), row.getString("account"),
                row.getString("environment"), row.getString("confirmed_by"), row.getString("standing_consent_id"),
                time(row, "activated_at"));
    }

    private static ActiveNow activeNow(SessionId session, Row first, List<Row> active) {
        Instant nextChange = active.stream().map(row -> time(row, "active_until")).reduce(time(first, "expires_at"),
                (one, other) -> one.isBefore(other) ? one : other);
        return new ActiveNow(session, first.getString("user_id"), first.getString("organization"), first.getLong("revision"),
                first.getLong("token_generation"), nextChange, active.stream().map(SnapshotRepository::item).toList());
    }

    private static GrantItem item(Row row) {
        var candidate = new CandidateId(row.getString("candidate_id"));
        return new GrantItem(candidate.text(), candidate.source(), Owner.parse(row.getString("owner")), row.getLong("epoch"),
                new VariableName(row.getString("variable")), SecretKind.parse(row.getString("kind")),
                DeliveryMode.parse(row.getString("mode")), time(row, "active_until"));
    }

    private static Instant time(Row row, String column) {
        return row.get(OffsetDateTime.class, column).toInstant();
    }
}
