package ai.igent.maestro.oauth.connection;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.opentelemetry.api.trace.Span;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.contracts.event.AuditRecord;
import ai.igent.maestro.contracts.event.AuditRecorded;
import ai.igent.maestro.contracts.event.ConnectionEvent;
import ai.igent.maestro.outbox.Outbox;
import ai.igent.maestro.vocabulary.AuditType;
import ai.igent.maestro.vocabulary.EventId;
import ai.igent.maestro.vocabulary.IdSource;
import ai.igent.maestro.vocabulary.Outcome;

/** Announces and records what happened to connections. Called inside the transaction that made it happen. */
@ApplicationScoped
public class ConnectionEvents {
    private final Outbox outbox;
    private final IdSource ids;
    private final Clock clock;

    ConnectionEvents(Outbox outbox, IdSource ids, Clock clock) {
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    Uni<Void> requested(Connection connection, Origin origin) {
        return outbox.append(record(AuditType.CONNECTION_REQUESTED, connection, origin, Outcome.SUCCESS, null));
    }

    public Uni<Void> connected(Connection connection, Origin origin) {
        return outbox.append(List.of(
                new ConnectionEvent.Connected(connection.id(), connection.owner(), connection.generation(), connection.epoch(),
                        connection.sequence(), connection.provider().text(), connection.expiresAt().orElse(null)),
                record(AuditType.CONNECTION_CONNECTED, connection, origin, Outcome.SUCCESS, null)));
    }

    Uni<Void> updated(Connection connection, Origin origin) {
        return outbox.append(List.of(
                new ConnectionEvent.Updated(connection.id(), connection.owner(), connection.generation(), connection.epoch(),
                        connection.sequence()),
                record(AuditType.CONNECTION_UPDATED, connection, origin, Outcome.SUCCESS, null)));
    }

    Uni<Void> revoked(Connection connection, Origin origin) {
        return outbox.append(List.of(
                new ConnectionEvent.Revoked(connection.id(), connection.owner(), connection.generation(), connection.epoch(),
                        connection.sequence()),
                record(AuditType.CONNECTION_REVOKED, connection, origin, Outcome.SUCCESS, null)));
    }

    /** {@code code} says why the attempt to connect ended without tokens. */
    public Uni<Void> refused(Connection connection, Origin origin, String code) {
        return outbox.append(record(AuditType.CONNECTION_REFUSED, connection, origin, Outcome.DENIED, code));
    }

    /** A token is about to leave; it leaves only once this is committed. */
    public Uni<Void> released(Connection connection, Origin origin, String purpose) {
        return outbox.append(record(AuditType.TOKEN_RELEASED, connection, origin, Outcome.SUCCESS, purpose));
    }

    /** A token was asked for and not released. */
    public Uni<Void> withheld(Connection connection, Origin origin, String code) {
        return outbox.append(record(AuditType.TOKEN_RELEASED, connection, origin, Outcome.DENIED, code));
    }

    private AuditRecorded record(AuditType type, Connection connection, Origin origin, Outcome outcome, String reason) {
        var subject = new AuditRecord.Subject("connection", connection.id().text(), connection.variable().text());
        return new AuditRecorded(new AuditRecord(EventId.of(ids.next()), clock.instant(), type, origin.actor(), subject,
                origin.session().orElse(null), connection.owner(), outcome, reason, origin.source().orElse(null), traceId()));
    }

    private static String traceId() {
        var span = Span.current().getSpanContext();
        return span.isValid() ? span.getTraceId() : null;
    }
}
