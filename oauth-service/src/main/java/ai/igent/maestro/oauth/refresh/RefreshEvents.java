package ai.igent.maestro.oauth.refresh;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.audittrail.AuditTrail;
import ai.igent.maestro.audittrail.Happening;
import ai.igent.maestro.audittrail.Originator;
import ai.igent.maestro.contracts.event.ConnectionEvent;
import ai.igent.maestro.oauth.connection.Connection;
import ai.igent.maestro.outbox.Outbox;
import ai.igent.maestro.vocabulary.AuditType;
import ai.igent.maestro.vocabulary.Outcome;

/** Announces and records refreshes. Called inside the transaction that stores their outcome. */
@ApplicationScoped
class RefreshEvents {
    private static final Originator THIS_SERVICE = Originator.itself("oauth-service");

    private final Outbox outbox;
    private final AuditTrail trail;

    RefreshEvents(Outbox outbox, AuditTrail trail) {
        this.outbox = outbox;
        this.trail = trail;
    }

    Uni<Void> refreshed(Connection connection) {
        return outbox.append(new ConnectionEvent.Refreshed(connection.id(), connection.owner(), connection.generation(),
                connection.epoch(), connection.sequence(), connection.expiresAt().orElse(null)))
                .chain(() -> trail.record(happening(AuditType.CONNECTION_REFRESHED, connection), THIS_SERVICE));
    }

    Uni<Void> failed(Connection connection, String code) {
        return trail.record(happening(AuditType.CONNECTION_REFRESH_FAILED, connection).ending(Outcome.FAILURE).because(code), THIS_SERVICE);
    }

    Uni<Void> ended(Connection connection) {
        return outbox.append(new ConnectionEvent.ReauthorizationRequired(connection.id(), connection.owner(), connection.generation(),
                connection.epoch(), connection.sequence()))
                .chain(() -> failed(connection, "refresh-refused"));
    }

    private static Happening happening(AuditType type, Connection connection) {
        return Happening.success(type, connection.asSubject(), null, connection.owner());
    }
}
