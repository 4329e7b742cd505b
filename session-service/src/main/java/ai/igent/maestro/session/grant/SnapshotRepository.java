package ai.igent.maestro.session.grant;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

import ai.igent.maestro.session.activation.SetSeals;
import ai.igent.maestro.session.activation.SetStatement;
import ai.igent.maestro.session.session.SessionStatus;
import ai.igent.maestro.vocabulary.SessionId;

/**
 * Looks at sessions without locks. One statement has one snapshot, so that a revision never comes with another revision's set; and it is
 * taken when the statement starts, so that everything that was answered before is in it. The first statement asks for the versions of the rows; what
 * these rows say is read, by a second one, where it is not known yet.
 */
@ApplicationScoped
class SnapshotRepository {
    private final Pool database;
    private final SetSeals seals;
    private final KnownSets known;

    SnapshotRepository(Pool database, SetSeals seals, KnownSets known) {
        this.database = database;
        this.seals = seals;
        this.known = known;
    }

    /** One that does not exist is not in the map. */
    Uni<Map<SessionId, Snapshot>> of(Collection<SessionId> sessions) {
        return database.preparedQuery(Glance.READ).execute(ids(sessions)).chain(this::complete);
    }

    private Uni<Map<SessionId, Snapshot>> complete(Iterable<Row> glances) {
        Map<SessionId, Snapshot> found = new HashMap<>();
        List<SessionId> unknown = new ArrayList<>();
        for (Row each : glances) {
            var glance = Glance.of(each);
            known.find(glance).ifPresentOrElse(active -> found.put(glance.session(), active), () -> unknown.add(glance.session()));
        }
        return unknown.isEmpty() ? Uni.createFrom().item(found) : read(unknown).invoke(found::putAll).replaceWith(found);
    }

    private Uni<Map<SessionId, Snapshot>> read(Collection<SessionId> sessions) {
        return database.preparedQuery(SnapshotRow.READ).execute(ids(sessions)).map(this::snapshots);
    }

    private static Tuple ids(Collection<SessionId> sessions) {
        return Tuple.of(sessions.stream().map(SessionId::text).toArray(String[]::new));
    }

    private Map<SessionId, Snapshot> snapshots(Iterable<Row> rows) {
        Map<String, List<SnapshotRow>> bySession = new HashMap<>();
        for (Row each : rows) {
            var row = new SnapshotRow(each);
            bySession.computeIfAbsent(row.session(), session -> new ArrayList<>()).add(row);
        }
        Map<SessionId, Snapshot> snapshots = new HashMap<>();
        bySession.forEach((id, its) -> {
            var session = new SessionId(id);
            snapshots.put(session, snapshot(session, its));
        });
        return snapshots;
    }

    private Snapshot snapshot(SessionId session, List<SnapshotRow> rows) {
        SnapshotRow first = rows.getFirst();
        if (SessionStatus.parse(first.status()) != SessionStatus.ACTIVE) return new Snapshot.Over();
        if (rows.stream().anyMatch(SnapshotRow::isDue)) return new Snapshot.Unsettled();
        List<SnapshotRow> active = first.hasThing() ? rows : List.of();
        if (!seals.holds(statement(session, first, active), first.seal())) return new Snapshot.Unsettled();
        var now = new Snapshot.Active(activeNow(session, first, active));
        known.keep(session, versions(first, active), now);
        return now;
    }

    /** As a {@link Glance} has them. */
    private static String versions(SnapshotRow first, List<SnapshotRow> active) {
        return active.stream().map(SnapshotRow::thingVersion).collect(Collectors.joining("", first.sessionVersion(), ""));
    }

    private static SetStatement statement(SessionId session, SnapshotRow first, List<SnapshotRow> active) {
        return new SetStatement(session, first.user(), first.organization(), first.revision(),
                active.stream().map(SnapshotRow::thing).toList());
    }

    private static ActiveNow activeNow(SessionId session, SnapshotRow first, List<SnapshotRow> active) {
        Instant nextChange = active.stream().map(SnapshotRow::activeUntil).reduce(first.expiresAt(),
                (one, other) -> one.isBefore(other) ? one : other);
        return new ActiveNow(session, first.user(), first.organization(), first.revision(), first.tokenGeneration(), nextChange,
                active.stream().map(SnapshotRow::item).toList());
    }
}
