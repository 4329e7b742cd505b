package ai.igent.maestro.injector.session;

import java.util.List;

import ai.igent.maestro.contracts.internal.GrantItem;

/** What was active at the revision of a live build: of this one neither a grant nor the set is needed again. */
public record HeldSet(long revision, List<GrantItem> items) {}
