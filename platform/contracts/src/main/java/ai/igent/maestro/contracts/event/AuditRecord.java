package ai.igent.maestro.contracts.event;

import java.time.Instant;
import java.util.Objects;

import ai.igent.maestro.vocabulary.Actor;
import ai.igent.maestro.vocabulary.AuditType;
import ai.igent.maestro.vocabulary.EventId;
import ai.igent.maestro.vocabulary.Outcome;
import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.vocabulary.SessionId;

/**
 * One entry of the audit trail, as the service that witnessed it writes it. {@code reason} is a code word, never free text; {@code session},
 * {@code owner}, {@code reason}, {@code source} and {@code traceId} may be null.
 */
public record AuditRecord(EventId id, Instant time, AuditType type, Actor actor, Subject subject, SessionId session, Owner owner,
        Outcome outcome,
        String reason, Source source, String traceId) {
    public AuditRecord {
        Objects.requireNonNull(id);
        Objects.requireNonNull(time);
        Objects.requireNonNull(type);
        Objects.requireNonNull(actor);
        Objects.requireNonNull(subject);
        Objects.requireNonNull(outcome);
    }

    /** What it happened to. {@code kind}: secret, connection, session, request, provider, data-key, key-job, owner, organization; {@code name} may be null. */
    public record Subject(String kind, String id, String name) {}

    /** Where the attempt came from; both may be null when a service acted by itself. */
    public record Source(String ip, String userAgent) {}
}
