package ai.igent.maestro.session.record;

import ai.igent.maestro.contracts.event.AuditRecord;
import ai.igent.maestro.vocabulary.Actor;
import ai.igent.maestro.vocabulary.ActorKind;

/** Who does something and from where, as it goes on record. {@code source} is null when this service acts by itself. */
public record Originator(Actor actor, AuditRecord.Source source) {
    /** This service, by its own clock or by an event it heard. */
    public static final Originator ITSELF = new Originator(new Actor(ActorKind.SYSTEM, "session-service"), null);
}
