package ai.igent.maestro.grants;

import java.util.List;

import ai.igent.maestro.contracts.internal.GrantItem;
import ai.igent.maestro.vocabulary.Purpose;
import ai.igent.maestro.vocabulary.SessionId;

/**
 * What a grant says.
 *
 * @param user the subject whose session it is
 * @param organization the session's organization, or null
 * @param client the one service that may present the grant
 * @param items everything active at that revision, of all owner services
 */
public record GrantClaims(SessionId session, long revision, String user, String organization, String client, Purpose purpose,
        List<GrantItem> items) {
    public GrantClaims {
        items = List.copyOf(items);
    }
}
