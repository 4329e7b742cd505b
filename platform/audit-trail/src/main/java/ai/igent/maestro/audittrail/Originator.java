package ai.igent.maestro.audittrail;

import ai.igent.maestro.contracts.event.AuditRecord;
import ai.igent.maestro.vocabulary.Actor;
import ai.igent.maestro.vocabulary.ActorKind;

/** Who does something and from where, as it goes on record. {@code source} is null when a service acts by itself. */
public record Originator(Actor actor, AuditRecord.Source source) {
    /** The service of that name, by its own clock or by an event it heard. */
    public static Originator itself(String service) {
        return new Originator(new Actor(ActorKind.SYSTEM, service), null);
    }
}
