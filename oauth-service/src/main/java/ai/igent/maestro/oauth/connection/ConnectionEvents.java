package ai.igent.maestro.oauth.connection;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.audittrail.AuditTrail;
import ai.igent.maestro.audittrail.Happening;
import ai.igent.maestro.audittrail.Originator;
import ai.igent.maestro.contracts.event.ConnectionEvent;
import ai.igent.maestro.outbox.Outbox;
import ai.igent.maestro.vocabulary.AuditType;
import ai.igent.maestro.vocabulary.Outcome;

/** Announces and records what happened to connections. Called inside the transaction that made it happen. */
@ApplicationScoped
public class ConnectionEvents {
    private final Outbox outbox;
    private final AuditTrail trail;

    ConnectionEvents(Outbox outbox, AuditTrail trail) {
        this.outbox = outbox;
        this.trail = trail;
    }

    Uni<Void> requested(Connection connection, Originator by) {
        return trail.record(success(AuditType.CONNECTION_REQUESTED, connection), by);
    }

    public Uni<Void> connected(Connection connection, Originator by) {
        return outbox.append(new ConnectionEvent.Connected(connection.id(), connection.owner(), connection.generation(), connection.epoch(),
                connection.sequence(), connection.provider().text(), connection.expiresAt().orElse(null)))
                .chain(() -> trail.record(success(AuditType.CONNECTION_CONNECTED, connection), by));
    }

    Uni<Void> updated(Connection connection, Originator by) {
        return outbox.append(new ConnectionEvent.Updated(connection.id(), connection.owner(), connection.generation(), connection.epoch(),
                connection.sequence()))
                .chain(() -> trail.record(success(AuditType.CONNECTION_UPDATED, connection), by));
    }

    Uni<Void> revoked(Connection connection, Originator by) {
        return outbox.append(new ConnectionEvent.Revoked(connection.id(), connection.owner(), connection.generation(), connection.epoch(),
                connection.sequence()))
                .chain(() -> trail.record(success(AuditType.CONNECTION_REVOKED, connection), by));
    }

    /** {@code code} says why the attempt to connect ended without tokens. */
    public Uni<Void> refused(Connection connection, Originator by, String code) {
        return trail.record(success(AuditType.CONNECTION_REFUSED, connection).ending(Outcome.DENIED).because(code), by);
    }

    private static Happening success(AuditType type, Connection connection) {
        return Happening.success(type, connection.asSubject(), null, connection.owner());
    }
}
