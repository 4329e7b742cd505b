package ai.igent.maestro.grants;

import java.util.List;

import ai.igent.maestro.vocabulary.SessionId;

/** What one signature grants, once all of it holds: one grant, or one for each of several sessions. */
public final class Granted {
    private final List<GrantClaims> grants;

    Granted(List<GrantClaims> grants) {
        this.grants = List.copyOf(grants);
    }

    /**
     * The grant of a session. Fails with {@link GrantFailure.Refused} when this is not for it, or for it twice: which of the two counts would be a guess.
     *
     * @param session may be null where there is but one grant
     */
    public GrantClaims to(SessionId session) {
        List<GrantClaims> its = session == null ? grants : grants.stream().filter(grant -> session.equals(grant.session())).toList();
        if (its.size() != 1) throw new GrantFailure.Refused();
        return its.getFirst();
    }
}
