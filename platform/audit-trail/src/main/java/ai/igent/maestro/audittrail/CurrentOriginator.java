package ai.igent.maestro.audittrail;

import jakarta.enterprise.context.RequestScoped;

import ai.igent.maestro.contracts.event.AuditRecord;
import ai.igent.maestro.vocabulary.Actor;
import ai.igent.maestro.vocabulary.ActorKind;
import ai.igent.maestro.web.identity.CallerIdentity;
import ai.igent.maestro.web.identity.RequestSource;

/** The originator of the current request. */
@RequestScoped
public class CurrentOriginator {
    private static final String UNKNOWN = "unknown";

    private final CallerIdentity identity;
    private final RequestSource source;

    CurrentOriginator(CallerIdentity identity, RequestSource source) {
        this.identity = identity;
        this.source = source;
    }

    public Originator get() {
        return of(identity.current().actor());
    }

    /** A sandbox that has no token yet. */
    public Originator unidentifiedSandbox() {
        return of(new Actor(ActorKind.SANDBOX, UNKNOWN));
    }

    private Originator of(Actor actor) {
        return new Originator(actor, new AuditRecord.Source(source.ip(), source.userAgent()));
    }
}
