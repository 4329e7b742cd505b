package ai.igent.maestro.vocabulary;

import java.util.Objects;

/** Who did something, as audit records and requests name them. {@code id} is a subject, a session id or a client id. */
public record Actor(ActorKind kind, String id) {
    public Actor {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(id);
    }
}
