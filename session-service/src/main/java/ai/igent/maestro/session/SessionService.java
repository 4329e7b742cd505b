package ai.igent.maestro.session;

import ai.igent.maestro.audittrail.Originator;
import ai.igent.maestro.vocabulary.Owner;

/** This service, where it acts by itself: by the clock, or by an event it heard. */
public final class SessionService {
    public static final Originator ITSELF = Originator.itself("session-service");

    /** Under whose data key it seals and authenticates what is its own. */
    public static final Owner OWNER = Owner.organization("session-service");

    private SessionService() {}
}
