package ai.igent.maestro.session;

import ai.igent.maestro.audittrail.Originator;

/** This service, where it acts by itself: by the clock, or by an event it heard. */
public final class SessionService {
    public static final Originator ITSELF = Originator.itself("session-service");

    private SessionService() {}
}
