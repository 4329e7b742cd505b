package ai.igent.maestro.oauth.connection;

import java.util.Optional;

import ai.igent.maestro.contracts.event.AuditRecord;
import ai.igent.maestro.vocabulary.Actor;
import ai.igent.maestro.vocabulary.ActorKind;
import ai.igent.maestro.vocabulary.SessionId;

/** Who does something, for which session if any, and where the request came from: what an audit record says of every deed. */
public record Origin(Actor actor, Optional<SessionId> session, Optional<AuditRecord.Source> source) {
    /** This service, of its own accord. */
    public static final Origin OWN_ACCORD = new Origin(new Actor(ActorKind.SYSTEM, "oauth-service"), Optional.empty(), Optional.empty());

    public Origin in(SessionId of) {
        return new Origin(actor, Optional.of(of), source);
    }
}
