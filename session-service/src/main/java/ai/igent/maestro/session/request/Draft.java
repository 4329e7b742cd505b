package ai.igent.maestro.session.request;

import ai.igent.maestro.session.activation.ActiveSet;

/** A wish with all that had to be asked of others about it: becomes a proposal under the session's lock, without another call. */
@FunctionalInterface
interface Draft {
    Proposal against(ActiveSet set);
}
